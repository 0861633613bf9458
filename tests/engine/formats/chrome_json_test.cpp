#include "formats/chrome_json.h"

#include "formats/chrome_duration.h"
#include "support/event_stream.h"
#include "support/random_trace.h"

#include <algorithm>
#include <cmath>
#include <gtest/gtest.h>
#include <map>
#include <nlohmann/json.hpp>
#include <random>
#include <set>
#include <sstream>

namespace threadscape {
namespace {

using Json = nlohmann::json;

Json chromeTrace(const Trace& trace)
{
    std::ostringstream out;
    writeChromeTrace(trace, out);
    return Json::parse(out.str()).at("traceEvents");
}

std::int64_t ns(const Json& us)
{
    return std::llround(us.get<double>() * 1'000);
}

struct Slice {
    std::int64_t from;
    std::int64_t to;
    std::string name;
    std::string category;
};

using Slices = std::map<int, std::vector<Slice>>; // by tid, in the order of time

Slices slicesOf(const Json& events)
{
    Slices slices;
    for (const Json& event : events)
        if (event["ph"] == "X")
            slices[event["tid"]].push_back(
                {ns(event["ts"]), ns(event["ts"]) + ns(event["dur"]), event["name"], event["cat"]});
    for (auto& [tid, all] : slices)
        std::sort(all.begin(), all.end(), [](const Slice& a, const Slice& b) { return a.from < b.from; });
    return slices;
}

const Slice* sliceAt(const Slices& slices, int tid, std::int64_t at)
{
    const auto found = slices.find(tid);
    if (found == slices.end())
        return nullptr;
    for (const Slice& slice : found->second)
        if (slice.from <= at && at < slice.to)
            return &slice;
    return nullptr;
}

// What every trace must keep to, whatever is in it.
void expectSound(const Json& events)
{
    std::set<int> named;
    const Slices slices = slicesOf(events);
    std::map<std::tuple<std::string, std::string, int>, std::int64_t> begun;
    std::map<int, int> flowEnds;
    for (const Json& event : events) {
        ASSERT_TRUE(event.at("pid").is_number_integer());
        ASSERT_TRUE(event.at("tid").is_number_integer());
        const std::string phase = event.at("ph");
        if (phase == "M") {
            if (event["name"] == "thread_name")
                named.insert(event["tid"].get<int>());
            continue;
        }
        ASSERT_TRUE(event.at("ts").is_number());
        EXPECT_TRUE(named.contains(event["tid"])) << event;
        if (phase == "X") {
            EXPECT_GT(event.at("dur"), 0);
            EXPECT_FALSE(event.contains("args"));
        } else if (phase == "b") {
            EXPECT_TRUE(
                begun.emplace(std::tuple(event["cat"], event["name"], event["id"]), ns(event["ts"])).second)
                << event;
        } else if (phase == "e") {
            const auto begin = begun.find(std::tuple(event["cat"], event["name"], event["id"]));
            ASSERT_NE(begin, begun.end()) << event;
            EXPECT_LE(begin->second, ns(event["ts"]));
            begun.erase(begin);
        } else if (phase == "s" || phase == "f") {
            EXPECT_EQ(event["bp"], "e");
            EXPECT_NE(sliceAt(slices, event["tid"], ns(event["ts"])), nullptr) << event;
            flowEnds[event["id"]] += phase == "s" ? 1 : 100;
        } else if (phase == "C") {
            EXPECT_TRUE(event.at("args").begin().value().is_number());
        } else {
            EXPECT_EQ(phase, "i");
        }
    }
    EXPECT_TRUE(begun.empty());
    for (const auto& [id, ends] : flowEnds)
        EXPECT_EQ(ends, 101) << id;
    for (const auto& [tid, all] : slices)
        for (std::size_t i = 1; i < all.size(); ++i)
            ASSERT_LE(all[i - 1].to, all[i].from) << "tid " << tid;
}

// As programs calculate whose only numbers are doubles: on each thread every slice ends before the next begins, also after
// the thread's first time was taken from all. Returns the number of slices.
std::size_t expectDoublesAgree(const Json& events)
{
    struct Times {
        double ts;
        double dur;
    };
    std::map<int, std::vector<Times>> threads;
    for (const Json& event : events)
        if (event["ph"] == "X")
            threads[event["tid"]].push_back({event["ts"], event["dur"]});
    std::size_t count = 0;
    for (auto& [tid, slices] : threads) {
        std::ranges::sort(slices, {}, &Times::ts);
        for (const double base : {0.0, slices.front().ts})
            for (std::size_t i = 0; i + 1 < slices.size(); ++i) {
                const double start = slices[i].ts - base;
                EXPECT_LE(start + slices[i].dur, slices[i + 1].ts - base)
                    << "tid " << tid << ", slice " << i << " of " << slices.size();
            }
        for (const Times& slice : slices)
            EXPECT_GT(slice.dur, 0);
        count += slices.size();
    }
    return count;
}

std::map<std::string, int> threadIds(const Json& events)
{
    std::map<std::string, int> ids;
    for (const Json& event : events)
        if (event["ph"] == "M" && event["name"] == "thread_name")
            ids[event["args"]["name"]] = event["tid"];
    return ids;
}

TEST(ChromeJson, TheBankIsSound)
{
    EventStream stream;
    playBank(stream);
    expectSound(chromeTrace(stream.trace()));
}

TEST(ChromeJson, AnEmptyTraceIsSound)
{
    EventStream stream;
    expectSound(chromeTrace(stream.trace()));
}

TEST(ChromeJson, StatesFollowEachOtherFromBeginToEnd)
{
    EventStream stream;
    playBank(stream);
    const Json events = chromeTrace(stream.trace());
    const Slices slices = slicesOf(events);
    const std::vector<Slice>& withdrawer = slices.at(threadIds(events).at("Withdrawer 1"));
    std::vector<std::string> names;
    for (const Slice& slice : withdrawer)
        names.push_back(slice.name);
    EXPECT_EQ(names,
              (std::vector<std::string>{"running", "condition", "lock", "running", "sleep", "running"}));
    EXPECT_EQ(withdrawer.front().from, 2'000);
    EXPECT_EQ(withdrawer.back().to, 600'500);
    for (std::size_t i = 1; i < withdrawer.size(); ++i)
        EXPECT_EQ(withdrawer[i].from, withdrawer[i - 1].to);
    EXPECT_EQ(withdrawer[1].category, "state,Enough, \"money\"");
    // What is open lasts to now.
    EXPECT_EQ(slices.at(threadIds(events).at("main")).back().to, kBankEndNs);
    EXPECT_EQ(slices.at(threadIds(events).at("main")).back().name, "join");
}

TEST(ChromeJson, OperationsHaveLinesOfTheirOwn)
{
    EventStream stream;
    playBank(stream);
    const Json events = chromeTrace(stream.trace());
    const auto ids = threadIds(events);
    const Slices slices = slicesOf(events);
    const std::string depositor = "Depositor \"1\", Zoë";
    const std::vector<Slice>& outer = slices.at(ids.at(depositor + " (operations)"));
    ASSERT_EQ(outer.size(), 2U);
    EXPECT_EQ(outer[0].name, "deposit");
    EXPECT_EQ(outer[1].name, "deposit 12");
    EXPECT_EQ(slices.at(ids.at(depositor + " (operations, depth 1)")).size(), 1U);
    EXPECT_FALSE(ids.contains("main (operations)"));
}

TEST(ChromeJson, WakeUpsLeadFromTheWakerToTheWoken)
{
    EventStream stream;
    playBank(stream);
    const Json events = chromeTrace(stream.trace());
    const auto ids = threadIds(events);
    const int depositor = ids.at("Depositor \"1\", Zoë");
    const int withdrawer = ids.at("Withdrawer 1");
    const int main = ids.at("main");
    std::vector<std::tuple<int, std::int64_t>> from;
    std::vector<std::tuple<int, std::int64_t>> to;
    for (const Json& event : events) {
        if (event["ph"] == "s")
            from.emplace_back(event["tid"], ns(event["ts"]));
        if (event["ph"] == "f")
            to.emplace_back(event["tid"], ns(event["ts"]));
    }
    // The joined thread had ended a moment before main woke.
    EXPECT_EQ(from, (std::vector<std::tuple<int, std::int64_t>>{
                        {withdrawer, 600'499}, {depositor, 400'000}, {depositor, 450'000}}));
    EXPECT_EQ(to, (std::vector<std::tuple<int, std::int64_t>>{
                      {main, 600'700}, {withdrawer, 400'100}, {withdrawer, 450'300}}));
}

TEST(ChromeJson, HoldsAndValuesAndNotes)
{
    EventStream stream;
    playBank(stream);
    const Json events = chromeTrace(stream.trace());
    std::vector<std::string> holders;
    std::vector<std::int64_t> balance;
    std::map<std::string, int> instants;
    for (const Json& event : events) {
        if (event["ph"] == "b") {
            EXPECT_EQ(event["name"], "Account");
            holders.push_back(event["args"]["holder"]);
        }
        if (event["ph"] == "C") {
            EXPECT_EQ(event["name"], "balance");
            balance.push_back(event["args"]["money"]);
        }
        if (event["ph"] == "i")
            ++instants[event["name"]];
    }
    const std::string depositor = "Depositor \"1\", Zoë";
    EXPECT_EQ(holders, (std::vector<std::string>{"Withdrawer 1", depositor, "Withdrawer 1", depositor}));
    EXPECT_EQ(balance, (std::vector<std::int64_t>{0, 7, 2}));
    EXPECT_EQ(instants.at("Enough, \"money\""), 1);
    EXPECT_EQ(instants.at("withdrawers"), 1);
    EXPECT_EQ(instants.at("two\nlines, \\ and \t \x01 ü"), 1);
}

TEST(ChromeJson, SlicesFollowEachOtherInDoublesToo)
{
    for (unsigned seed = 1; seed <= 20; ++seed)
        EXPECT_GT(expectDoublesAgree(chromeTrace(*samples::randomPast(seed, 2'000))), 0U) << seed;
}

// Hours after the run's start the last digits of a double are worth more.
TEST(ChromeJson, SlicesFollowEachOtherInDoublesAtAnyTime)
{
    std::mt19937_64 random(7);
    constexpr std::int64_t kHour = 3'600'000'000'000;
    for (const std::int64_t offset : {std::int64_t{0}, kHour / 60, kHour, 24 * kHour, 99 * kHour}) {
        EventStream stream;
        const TrackId track = stream.track("thread");
        std::int64_t now = offset + static_cast<std::int64_t>(random() % 1'000);
        stream.take(stream.begin(track, now));
        for (int i = 0; i < 3'000; ++i) {
            const std::int64_t from = now + static_cast<std::int64_t>(random() % 3'000);
            now = from + 1 + static_cast<std::int64_t>(random() % (i % 10 == 0 ? 10'000'000'000 : 3'000));
            stream.take(stream.wait(track, State::lock, 0, from, now, 0));
            if (i % 2 == 0)
                stream.take(stream.operation(track, "work", from, now));
        }
        stream.take(stream.end(track, now + 1)).publish(now + 2);
        const Json events = chromeTrace(stream.trace());
        expectSound(events);
        EXPECT_GT(expectDoublesAgree(events), 6'000U) << offset;
    }
}

TEST(ChromeJson, TextIsRawUtf8AndWhatIsNoneIsReplaced)
{
    EventStream stream;
    stream.take(stream.begin(stream.track("Zoë"), 0))
        .take(stream.begin(stream.track("broken \xFF"), 0))
        .publish(100);
    std::ostringstream out;
    writeChromeTrace(stream.trace(), out);
    EXPECT_NE(out.str().find("Zoë"), std::string::npos);
    EXPECT_NE(out.str().find("broken \uFFFD"), std::string::npos);
    expectSound(Json::parse(out.str()).at("traceEvents"));
}

TEST(ChromeJson, ThinnedDetailIsUnknownAndTheRestIsSound)
{
    EventStream stream;
    playBank(stream);
    const TrackId track = stream.track("long");
    stream.take(stream.begin(track, 0));
    std::mt19937 random(31);
    std::int64_t now = 10;
    for (int i = 0; i < 5'000; ++i) {
        const std::int64_t from = now + static_cast<std::int64_t>(random() % 3) * 10;
        now = from + static_cast<std::int64_t>(random() % 5) * 10;
        stream.take(stream.wait(track, State::lock, 0, from, now, 0));
    }
    stream.take({stream.gap(track, now + 10, now + 20, 1), stream.end(track, now + 40)})
        .publish(std::max(now + 50, kBankEndNs));
    const Json events = chromeTrace(stream.trace());
    expectSound(events);
    const Slices slices = slicesOf(events);
    const std::vector<Slice>& states = slices.at(threadIds(events).at("long"));
    ASSERT_GE(states.size(), 3U);
    EXPECT_EQ(states[states.size() - 2].name, "unknown"); // events were lost
    EXPECT_EQ(states.back().name, "running");
}

// A foreign file may have slices of years: their ps have no number, and doubles have no room for them either.
TEST(ChromeJson, NothingIsTakenOffSlicesOfYears)
{
    constexpr std::int64_t kYearsNs = 999'990'000'000'010'500;
    EXPECT_EQ(chrome::psTakenOff(0, 1'000, kYearsNs), 0);
    EXPECT_EQ(chrome::psTakenOff(0, 0, INT64_MAX), 0);
}

} // namespace
} // namespace threadscape
