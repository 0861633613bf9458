#include "formats/tscape_reader.h"

#include "formats/chrome_json.h"
#include "formats/tscape_format.h"
#include "formats/tscape_writer.h"
#include "support/event_stream.h"
#include "support/fake_scheduler.h"
#include "support/random_trace.h"
#include "support/synthetic_trace.h"
#include "support/transitions.h"
#include "support/units.h"

#include <filesystem>
#include <fstream>
#include <gmock/gmock.h>
#include <random>
#include <sstream>

namespace threadscape {
namespace {

using samples::everything;
using ::testing::HasSubstr;

std::string written(const Trace& trace, std::string_view result = "{\"a\": 1}")
{
    std::ostringstream out;
    writeTscape(trace, result, out);
    return out.str();
}

/// Where each section begins, and its length with its head.
std::vector<std::pair<std::size_t, std::size_t>> sections(const std::string& file)
{
    std::vector<std::pair<std::size_t, std::size_t>> all;
    for (std::size_t at = tscape::kHeadBytes; at < file.size(); at += all.back().second)
        all.emplace_back(at, tscape::kSectionBytes + tscape::fixed(std::string_view(file).substr(at + 4), 8));
    return all;
}

/// Reads whatever it is, and looks at all that came of it.
void expectSoundTscape(const std::string& file)
{
    const auto read = readTscape(file, "x.tscape");
    if (!read) {
        EXPECT_FALSE(read.error().text.empty());
        return;
    }
    EXPECT_FALSE(everything(*read->trace).empty());
    std::ostringstream json;
    writeChromeTrace(*read->trace, json);
    EXPECT_FALSE(json.str().empty());
}

void expectEqual(const Trace& trace)
{
    const auto read = readTscape(written(trace), "x.tscape");
    ASSERT_TRUE(read) << read.error().text.english();
    EXPECT_FALSE(read->damage) << read->damage->english();
    EXPECT_EQ(read->result, "{\"a\": 1}");
    EXPECT_TRUE(everything(trace) == everything(*read->trace));
}

TEST(TscapeReader, GivesBackWhatWasWritten)
{
    EventStream bank;
    playBank(bank);
    expectEqual(bank.trace());
    expectEqual(*samples::syntheticTrace());
    expectEqual(*samples::syntheticTrace({.finished = false, .negative = true}));
    expectEqual(Trace(std::make_shared<Catalogue>()));
    for (unsigned seed = 1; seed <= 20; ++seed)
        expectEqual(*samples::randomTrace(seed, 2000));
}

TEST(TscapeReader, GivesBackWhatTheSystemTold)
{
    EventStream stream;
    FakeScheduler system(SchedulerSource::Kind::perf);
    const TrackId thread = stream.track("Thread-1");
    stream.names().track(thread).osId = 11;
    Schedule schedule(stream.trace(), system, stream.builder().clock());
    stream.builder().setSchedule(&schedule);
    stream.take(stream.begin(thread, 0));
    for (std::int64_t ms = 0; ms < 400; ms += 20) {
        system.told.switches.push_back({ms * kMs, 11, 0, SwitchRecord::Kind::on});
        system.told.switches.push_back({(ms + 8) * kMs, 11, 0, SwitchRecord::Kind::offForced});
    }
    system.told.lost = 5;
    schedule.drain(true);
    stream.publish(400 * kMs);
    Snapshot snapshot = *stream.trace().snapshot();
    schedule.settle(snapshot, snapshot.nowNs, true);
    EXPECT_THAT(everything(stream.trace()), HasSubstr("shares"));
    expectEqual(stream.trace());
}

TEST(TscapeReader, TotalsOfWhatWasThinnedSurvive)
{
    for (unsigned seed = 1; seed <= 5; ++seed) {
        const auto trace = samples::randomTrace(seed, 100'000, std::size_t{1} << 20U);
        ASSERT_GT(trace->thinned(), 0U);
        ASSERT_GT(trace->lane(0).waits.firstKept(), 0U);
        ASSERT_GT(trace->lane(0).moments.firstKept(), 0U);
        ASSERT_GT(trace->object(0).holds.firstKept(), 0U);
        ASSERT_GT(trace->object(3).values.firstKept(), 0U);
        expectEqual(*trace);
    }
}

// Files that earlier versions wrote, as they wrote them.
TEST(TscapeReader, OpensWhatWasWrittenBefore)
{
    const std::filesystem::path folder = std::filesystem::path(THREADSCAPE_TESTS) / "engine/formats/older";
    int files = 0;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        SCOPED_TRACE(entry.path().filename());
        std::ifstream in(entry.path(), std::ios::binary);
        const std::string file{std::istreambuf_iterator<char>(in), {}};
        const auto read = readTscape(file, "x.tscape");
        ASSERT_TRUE(read) << read.error().text.english();
        EXPECT_FALSE(read->damage) << read->damage->english();
        EXPECT_GT(read->trace->events(), 50U);
        EXPECT_EQ(read->trace->lost(), 0U);
        EXPECT_FALSE(read->result.empty());
        EXPECT_THAT(validate(*read->trace), testing::IsEmpty());
        expectEqual(*read->trace); // and written anew it is the same
        ++files;
    }
    EXPECT_GE(files, 5);
}

TEST(TscapeReader, IsCompact)
{
    constexpr std::size_t kSpans = 100'000;
    EXPECT_LT(written(*samples::denseTrace(4, kSpans / 4, 1'000'000'000, 1)).size(), kSpans * 12);
}

TEST(TscapeReader, ReadsWhatStandsBeforeACut)
{
    const auto trace = samples::randomTrace(7, 3000);
    const std::string file = written(*trace);
    for (std::size_t size = 0; size < 1024; ++size)
        expectSoundTscape(file.substr(0, size));
    std::mt19937 random(1);
    for (int i = 0; i < 100; ++i)
        expectSoundTscape(file.substr(0, random() % file.size()));

    // In the middle of the third lane: after result, names and state.
    const auto [third, length] = sections(file).at(5);
    const auto read = readTscape(file.substr(0, third + length / 2), "x.tscape");
    ASSERT_TRUE(read);
    ASSERT_TRUE(read->damage);
    EXPECT_THAT(read->damage->english(), HasSubstr("x.tscape is cut off"));
    EXPECT_FALSE(read->result.empty());
    ASSERT_EQ(read->trace->lanes(), trace->lanes());
    for (TrackId t = 0; t < 2; ++t) {
        EXPECT_GT(trace->lane(t).waits.size(), 0U);
        EXPECT_EQ(read->trace->lane(t).waits.size(), trace->lane(t).waits.size());
        EXPECT_EQ(read->trace->lane(t).moments.size(), trace->lane(t).moments.size());
    }
    EXPECT_EQ(read->trace->lane(2).waits.size(), 0U);
}

TEST(TscapeReader, ADamagedSectionCostsNoOther)
{
    const auto trace = samples::randomTrace(8, 3000);
    std::string file = written(*trace);
    const auto [second, length] = sections(file).at(4);
    file[second + length / 2] = static_cast<char>(file[second + length / 2] ^ 0x10);
    file[tscape::kHeadBytes + tscape::kSectionBytes] = '?'; // the first of the two results
    const auto read = readTscape(file, "x.tscape");
    ASSERT_TRUE(read);
    ASSERT_TRUE(read->damage);
    EXPECT_THAT(read->damage->english(), HasSubstr("x.tscape is damaged"));
    EXPECT_EQ(read->result, "{\"a\": 1}");
    EXPECT_EQ(read->trace->lane(1).waits.size(), 0U);
    for (const TrackId t : {TrackId{0}, TrackId{2}, TrackId{3}})
        EXPECT_EQ(read->trace->lane(t).waits.size(), trace->lane(t).waits.size());
    for (std::size_t i = 0; i < read->trace->object(0).holds.size(); ++i)
        EXPECT_NE(read->trace->object(0).holds[i].track, 1);
}

TEST(TscapeReader, SurvivesFlippedBytes)
{
    const std::string file = written(*samples::randomTrace(9, 2000));
    std::mt19937 random(2);
    for (int i = 0; i < 500; ++i) {
        std::string damaged = file;
        char& byte = damaged[random() % damaged.size()];
        byte = static_cast<char>(byte ^ (1U << random() % 8));
        const auto read = readTscape(damaged, "x.tscape");
        EXPECT_TRUE(!read || read->damage);
        expectSoundTscape(damaged);
    }
}

// The checksums are right, what they stand for is not: nobody but the reader's own checks finds it.
TEST(TscapeReader, SurvivesForgedSections)
{
    const std::string plain = written(*samples::randomTrace(10, 1500));
    const std::string thinned = written(*samples::randomTrace(10, 60'000, std::size_t{1} << 19U));
    std::mt19937 random(3);
    for (int i = 0; i < 1200; ++i) {
        const std::string& file = i % 12 == 0 ? thinned : plain;
        std::string forged = file.substr(0, tscape::kHeadBytes);
        for (const auto& [at, length] : sections(file)) {
            const auto tag = static_cast<std::uint32_t>(tscape::fixed(std::string_view(file).substr(at), 4));
            std::string payload = file.substr(at + tscape::kSectionBytes, length - tscape::kSectionBytes);
            const bool large = payload.size() > 20'000;
            for (auto flips = random() % 3; flips > 0 && !payload.empty(); --flips) {
                // Often near the beginning, where the counts stand.
                const std::size_t within =
                    random() % 2 == 0 || large ? std::min<std::size_t>(payload.size(), 64) : payload.size();
                payload[random() % within] = static_cast<char>(random() % 3 == 0 ? 0xFF : random());
            }
            forged += tscape::sectionHead(tag, payload) + payload;
        }
        expectSoundTscape(forged);
    }
}

TEST(TscapeReader, SaysWhatItCannotRead)
{
    const auto told = [](const std::string& file) {
        const auto read = readTscape(file, "x.tscape");
        return read ? std::string() : read.error().text.english();
    };
    EXPECT_THAT(told(""), HasSubstr("x.tscape is empty"));
    EXPECT_THAT(told("{\"traceEvents\": []}"), HasSubstr("x.tscape is no trace file"));
    EXPECT_THAT(told(std::string(tscape::kMagic)), HasSubstr("x.tscape is cut off"));
    std::string later(tscape::kMagic);
    tscape::putFixed(later, tscape::kMajor + 1, 2);
    tscape::putFixed(later, 0, 2);
    tscape::putFixed(later, tscape::checksum(later), 4);
    EXPECT_THAT(told(later), HasSubstr("another version"));
}

TEST(TscapeReader, SkipsSectionsOfALaterVersion)
{
    EventStream bank;
    playBank(bank);
    std::string file = written(bank.trace());
    const std::string_view payload = "something new";
    file.insert(tscape::kHeadBytes,
                tscape::sectionHead(tscape::tagOf("NEWS"), payload) + std::string(payload));
    const auto read = readTscape(file, "x.tscape");
    ASSERT_TRUE(read);
    EXPECT_FALSE(read->damage);
    EXPECT_TRUE(everything(bank.trace()) == everything(*read->trace));
}

// Earlier versions had less at the ends of sections: 1.0 no tasks, 1.1 no messages of either direction, 1.2 nothing of what the
// system tells, 1.4 no places of labels and no labels of what is open, 1.5 no decimals of variables.
TEST(TscapeReader, ReadsFilesOfEarlierVersions)
{
    EventStream bank;
    playBank(bank);
    const std::string file = written(bank.trace());
    std::size_t open = 0;
    for (const OpenLane& lane : bank.trace().snapshot()->lanes)
        open += static_cast<std::size_t>(
            std::ranges::count_if(lane.spans, [](const auto& span) { return span.has_value(); }));
    for (const unsigned minor : {0U, 1U, 2U, 4U, 5U}) {
        std::string earlier(tscape::kMagic);
        tscape::putFixed(earlier, tscape::kMajor, 2);
        tscape::putFixed(earlier, minor, 2);
        tscape::putFixed(earlier, tscape::checksum(earlier), 4);
        for (const auto& [at, length] : sections(file)) {
            const auto tag = static_cast<std::uint32_t>(tscape::fixed(std::string_view(file).substr(at), 4));
            std::string payload = file.substr(at + tscape::kSectionBytes, length - tscape::kSectionBytes);
            const auto leaveOut = [&](std::size_t more) { payload.resize(payload.size() - more); };
            if (tag == tscape::kNames)
                leaveOut(bank.names().objects() + (minor < 5 ? 2 * bank.names().labels() : 0));
            if (tag == tscape::kState && minor < 5)
                leaveOut(open);
            if (tag == tscape::kLane && minor < 4)
                leaveOut(1); // no shares of cores
            if (tag == tscape::kState && minor < 4)
                leaveOut(1 + 3 * bank.names().tracks()); // no switches
            if (tag == tscape::kObject && minor < 2) {
                const std::size_t more = minor == 0 ? 3 : 2;
                ASSERT_EQ(payload.substr(payload.size() - more), std::string(more, '\0')); // there are none
                payload.resize(payload.size() - more);
            }
            earlier += tscape::sectionHead(tag, payload) + payload;
        }
        const auto read = readTscape(earlier, "x.tscape");
        ASSERT_TRUE(read);
        EXPECT_FALSE(read->damage);
        EXPECT_TRUE(everything(bank.trace()) == everything(*read->trace));
    }
}

} // namespace
} // namespace threadscape
