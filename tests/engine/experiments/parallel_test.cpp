// parallel: who does which items of the loop, as the lanes tell it.
#include "engine/experiments/invariants.h"

#include <algorithm>
#include <gmock/gmock.h>
#include <map>
#include <numeric>

namespace threadscape::parallel_loop {
namespace {

using Items = std::vector<std::int64_t>;

constexpr std::int64_t kItems = 23; // neither a multiple of the workers nor of the batches
constexpr std::int64_t kJobs = 3;
constexpr const char* kMain = "MainThread";

// The numbers of the items, from 1, in the order in which each track did them.
std::map<std::string, Items> itemsByTrack(const Trace& trace)
{
    std::map<std::string, Items> found;
    for (std::size_t t = 0; t < trace.lanes(); ++t) {
        const auto track = static_cast<TrackId>(t);
        for (const auto& channel : trace.lane(track).operations)
            for (std::size_t i = channel.firstKept(); i < channel.size(); ++i)
                if (channel[i].label == static_cast<std::uint8_t>(NumberStyle::ordinal) &&
                    trace.catalogue().text(channel[i].object) == "item")
                    found[std::string(trace.catalogue().track(track).name)].push_back(channel[i].detail);
    }
    return found;
}

Items upTo(std::int64_t last)
{
    Items all(static_cast<std::size_t>(last));
    std::iota(all.begin(), all.end(), 1);
    return all;
}

// Those of every track but the main one, which did them one after the other.
Items doneByWorkers(const std::map<std::string, Items>& found)
{
    Items all;
    for (const auto& [track, items] : found)
        if (track != kMain)
            all.insert(all.end(), items.begin(), items.end());
    std::ranges::sort(all);
    return all;
}

class ParallelLoop : public testing::TestWithParam<const char*> {
protected:
    static std::map<std::string, Items> run(const char* schedule, std::int64_t batch)
    {
        auto run = LiveRun::start({.experiment = "parallel",
                                   .settings = {{"backend", GetParam()},
                                                {"schedule", schedule},
                                                {"batch", std::to_string(batch)},
                                                {"items", std::to_string(kItems)},
                                                {"item_ms", "1"},
                                                {"jobs", std::to_string(kJobs)}}});
        EXPECT_TRUE(run);
        EXPECT_TRUE((*run)->waitFor(std::chrono::seconds(60)));
        EXPECT_EQ((*run)->result().outcome, Outcome::finished);
        return itemsByTrack(*(*run)->trace());
    }
};

TEST_P(ParallelLoop, BeforehandEachHasItsPartOfTheItems)
{
    const auto found = run("static", 1);
    EXPECT_EQ(found.at(kMain), upTo(kItems));
    EXPECT_EQ(doneByWorkers(found), upTo(kItems));
    EXPECT_EQ(found.size(), kJobs + 1);
    for (const auto& [track, items] : found) {
        EXPECT_TRUE(std::ranges::is_sorted(items)) << track;
        EXPECT_EQ(items.back() - items.front() + 1, static_cast<std::int64_t>(items.size())) << track;
        if (track != kMain) {
            EXPECT_THAT(items.size(), testing::AnyOf(kItems / kJobs, kItems / kJobs + 1)) << track;
        }
    }
}

TEST_P(ParallelLoop, AsTheyGoEachItemIsTakenOnceInBatches)
{
    constexpr std::int64_t kBatch = 4;
    const auto found = run("dynamic", kBatch);
    EXPECT_EQ(doneByWorkers(found), upTo(kItems));
    for (const auto& [track, items] : found)
        for (std::size_t i = 0; i < items.size(); ++i)
            if ((items[i] - 1) % kBatch != 0) {
                ASSERT_GT(i, 0U) << track;
                EXPECT_EQ(items[i - 1], items[i] - 1) << "a batch was divided, " << track;
            }
}

INSTANTIATE_TEST_SUITE_P(Backend, ParallelLoop, testing::Values("threads", "processes"),
                         [](const auto& backend) { return std::string(backend.param); });

} // namespace
} // namespace threadscape::parallel_loop
