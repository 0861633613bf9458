#include "lab/files/result_csv.h"

#include "formats/csv.h"
#include "lab/files/result_json.h"
#include "support/csv_table.h"
#include "support/event_stream.h"
#include "support/run_program.h"

#include <cmath>
#include <gtest/gtest.h>

namespace threadscape {
namespace {

std::int64_t ns(const std::string& seconds)
{
    return std::llround(std::stod(seconds) * 1e9);
}

class ResultCsv : public ::testing::Test {
protected:
    void SetUp() override
    {
        playBank(m_stream);
        m_result.tracks = summariseTracks(m_stream.trace());
        m_result.locks = summariseLocks(m_stream.trace());
    }
    std::vector<CsvRow> table(const char* name) const { return csvTable(m_folder.path() / name); }
    void write() { ASSERT_TRUE(writeResultCsv(m_result, m_stream.trace(), m_folder.path())); }

    EventStream m_stream;
    RunResult m_result;
    TemporaryFolder m_folder;
};

TEST_F(ResultCsv, SpansAddUpToTheTimesOfTheTracks)
{
    write();
    ASSERT_TRUE(writeCsv(m_stream.trace(), m_folder.path()));
    std::map<std::string, std::map<std::string, std::int64_t>> sums;
    for (const CsvRow& row : table("spans.csv")) {
        const std::int64_t length = ns(row.at("end_s")) - ns(row.at("start_s"));
        sums[row.at("track")][row.at("state")] += length;
        EXPECT_NEAR(std::stod(row.at("duration_ms")) * 1e6, static_cast<double>(length), 0.5);
    }
    ASSERT_EQ(table("tracks.csv").size(), 3U);
    for (const CsvRow& row : table("tracks.csv")) {
        for (int s = 0; s < kStates; ++s) {
            const std::string state = stateName(static_cast<State>(s));
            EXPECT_EQ(ns(row.at(state + "_s")), sums[row.at("track")][state])
                << row.at("name") << ' ' << state;
        }
    }
}

TEST_F(ResultCsv, TellsWhoATrackWas)
{
    m_result.tracks[2].exitCode = -9;
    write();
    const std::vector<CsvRow> tracks = table("tracks.csv");
    EXPECT_EQ(tracks[1].at("name"), "Depositor \"1\", Zoë");
    EXPECT_EQ(tracks[1].at("track"), "1");
    EXPECT_EQ(tracks[0].at("kind"), "main");
    EXPECT_EQ(tracks[0].at("begin_s"), "0");
    EXPECT_EQ(tracks[0].at("end_s"), "");
    EXPECT_EQ(tracks[0].at("exit_code"), "");
    EXPECT_EQ(tracks[2].at("exit_code"), "-9");
    EXPECT_EQ(tracks[2].at("switches_forced"), "");
    EXPECT_EQ(tracks[2].at("core_own_s"), "");
}

// What other programs had of a core was no idle time.
TEST_F(ResultCsv, ACoreIsAsIdleAsTheResultFileSays)
{
    TrackSummary& core = m_result.tracks.emplace_back();
    core.name = "CPU 0";
    core.kind = TrackKind::core;
    core.core = CoreTime{.ownNs = 100'000'000, .otherNs = 300'000'000, .stolenNs = 50'000'000, .idleNs = 1};
    core.stateS[static_cast<std::size_t>(State::running)] = 0.1;
    core.stateS[static_cast<std::size_t>(State::unknown)] = 0.35;
    core.stateS[static_cast<std::size_t>(State::idle)] = 1e-9;
    write();
    const CsvRow row = table("tracks.csv").back();
    EXPECT_EQ(row.at("kind"), "core");
    EXPECT_EQ(row.at("running_s"), "0.1");
    EXPECT_EQ(row.at("unknown_s"), "0.35");
    EXPECT_EQ(row.at("idle_s"), "1e-09");
    EXPECT_EQ(row.at("core_other_s"), "0.3");
    EXPECT_EQ(row.at("core_stolen_s"), "0.05");
    EXPECT_EQ(row.at("core_idle_s"), "1e-09");
}

TEST_F(ResultCsv, FindingsHaveAllTheirDigits)
{
    Findings& findings = m_result.findings;
    findings.add("value", {}, 1.0007851925466305);
    findings.add("count", {}, std::int64_t{-7}, "money");
    findings.add("both", {}, std::vector<std::int64_t>{3, 4});
    findings.add("names", {}, std::vector<std::string>{"a", "b, c"});
    findings.add("never", {}, std::nan(""), "ms");
    findings.add("yes", {}, true);
    findings.add("said", {}, Text(TS_TEXT("bank", "Balance")));
    findings.add("none", {}, std::monostate());
    write();
    std::vector<std::string> lines;
    for (const CsvRow& row : table("findings.csv"))
        lines.push_back(row.at("name") + '|' + row.at("value") + '|' + row.at("unit"));
    EXPECT_EQ(lines, (std::vector<std::string>{"value|1.0007851925466305|", "count|-7|money", "both|3;4|",
                                               "names|a;b, c|", "never||ms", "yes|true|", "said|Balance|",
                                               "none||"}));
}

TEST_F(ResultCsv, LocksAreLines)
{
    write();
    const std::vector<CsvRow> locks = table("locks.csv");
    ASSERT_EQ(locks.size(), m_result.locks.size());
    ASSERT_FALSE(locks.empty());
    EXPECT_EQ(locks[0].at("name"), "Account");
    EXPECT_EQ(locks[0].at("acquisitions"), "4");
}

TEST_F(ResultCsv, AFolderThatCannotBeIsASentence)
{
    const auto failed = writeResultCsv(m_result, m_stream.trace(), "/proc/no-such-folder");
    ASSERT_FALSE(failed);
    EXPECT_NE(failed.error().text.english().find("/proc/no-such-folder"), std::string::npos);
}

} // namespace
} // namespace threadscape
