#include "lab/files/recording_json.h"
#include "lab/files/result_json.h"
#include "lab/run/live_run.h"
#include "lab/run/open_run.h"
#include "lab/run/recording.h"
#include "lab/run/stretches.h"
#include "support/run_program.h"

#include <fstream>
#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

namespace threadscape {
namespace {

using nlohmann::json;
using ::testing::HasSubstr;
using ::testing::Not;

constexpr std::chrono::seconds kLongestWait{60};

/// Runs until all planned changes were made and `more` holds; then it is stopped.
std::unique_ptr<LiveRun> changed(const RunRequest& request, const std::function<bool(const LiveRun&)>& more)
{
    auto run = LiveRun::start(request);
    if (!run) {
        ADD_FAILURE() << run.error().text.english();
        return nullptr;
    }
    const auto made = [&] { return (*run)->request()->changes.size() >= request.changes.size(); };
    while (!(made() && more(**run)) && !(*run)->waitFor(std::chrono::milliseconds(1))) {
    }
    (*run)->stop();
    EXPECT_TRUE((*run)->waitFor(kLongestWait));
    EXPECT_EQ((*run)->result().changes.size(), request.changes.size());
    return std::move(*run);
}

std::unique_ptr<LiveRun> changedCores()
{
    return changed({.experiment = "cores",
                    .settings = {{"threads", "3"}},
                    .seconds = 0.0,
                    .changes = {{0.6, "threads", "2"}, {0.3, "threads", "6"}}},
                   [](const LiveRun& run) { return run.elapsedNs() > 900'000'000; });
}

std::string refusal(const std::string& id, PlannedChange change, std::optional<double> seconds = {})
{
    const auto run = LiveRun::start({.experiment = id, .seconds = seconds, .changes = {std::move(change)}});
    return run ? std::string() : run.error().text.english();
}

/// The number of stretches of a run with these changes: those made at once begin one together.
std::size_t stretchesFor(const std::vector<SettingChange>& changes)
{
    std::size_t count = 1;
    std::int64_t fromNs = 0;
    for (const SettingChange& change : changes)
        if (change.atNs - fromNs >= kAtOnceNs) {
            ++count;
            fromNs = change.atNs;
        }
    return count;
}

TEST(ChangedRun, StretchesFollowEachOtherAndAddUp)
{
    const auto run = changed({.experiment = "bank",
                              .preset = "lecture",
                              .settings = {{"deposit_pause_ms", "20"}, {"work_ms", "1"}},
                              .seconds = 0.0,
                              .changes = {{0.2, "deposit_pause_ms", "2"}, {0.3, "speed", "4"}}},
                             [](const LiveRun& live) {
                                 const Findings found = live.findings();
                                 return found.stretches().size() > 1 &&
                                        found.stretches().back().findings.integer("deposits") > 20;
                             });
    ASSERT_TRUE(run);
    const RunResult result = run->result();
    const std::vector<RunStretch>& stretches = result.findings.stretches();
    ASSERT_EQ(stretches.size(), stretchesFor(result.changes));
    EXPECT_EQ(stretches.front().fromNs, 0);
    EXPECT_EQ(stretches.back().toNs, run->elapsedNs());
    std::map<std::string, double> sums;
    for (std::size_t i = 0; i < stretches.size(); ++i) {
        if (i > 0) {
            EXPECT_EQ(stretches[i].fromNs, stretches[i - 1].toNs);
        }
        for (const Finding& finding : stretches[i].findings.all())
            sums[finding.name] += stretches[i].findings.number(finding.name);
        EXPECT_EQ(stretches[i].findings.find("balance"), nullptr) << "it is of the whole run";
        EXPECT_EQ(stretches[i].setting("initial_balance"), nullptr) << "not a live one";
    }
    for (const char* sum : {"deposits", "withdrawals", "deposited", "withdrawn", "useless_wakeups"})
        EXPECT_EQ(sums.at(sum), result.findings.number(sum)) << sum;
    EXPECT_EQ(*stretches.front().setting("deposit_pause_ms"), SettingValue(std::int64_t{20}));
    EXPECT_EQ(*stretches.back().setting("deposit_pause_ms"), SettingValue(std::int64_t{2}));
    EXPECT_EQ(stretches.front().speed, 1);
    EXPECT_EQ(stretches.back().speed, 4);
    EXPECT_EQ(result.speed, 1) << "as at the start";
    ASSERT_FALSE(result.warnings.empty());
    EXPECT_THAT(result.warnings.back().english(), HasSubstr("the numbers are of the whole run"));
}

TEST(ChangedRun, TimesOfThreadsAreOfTheStretch)
{
    const auto run = changedCores();
    ASSERT_TRUE(run);
    const RunResult result = run->result();
    const auto& stretches = result.findings.stretches();
    ASSERT_EQ(stretches.size(), stretchesFor(result.changes));
    const auto threads = [&](const RunStretch& stretch) {
        return std::get<std::int64_t>(*stretch.setting("threads"));
    };
    EXPECT_EQ(threads(stretches.front()), 3);
    EXPECT_EQ(threads(stretches.back()), 2);
    std::int64_t running = 0;
    std::int64_t parts = 0;
    for (const TrackSummary& track : result.tracks)
        if (track.kind == TrackKind::thread)
            running += std::llround(track.stateS[static_cast<std::size_t>(State::running)] * 1e9);
    for (const RunStretch& stretch : stretches) {
        for (const ThreadTime& thread : threadTimes(*run->trace(), "Threads", stretch.fromNs, stretch.toNs)) {
            parts += thread.runningNs;
            EXPECT_LE(thread.lifeNs, stretch.toNs - stretch.fromNs);
        }
        for (const char* name : {"running_share", "ready_share", "ready_longest", "ready_longest_s"})
            EXPECT_NE(stretch.findings.find(name), nullptr) << name;
    }
    for (const char* name : {"switches_forced", "switches_voluntary", "migrations"})
        if (const Finding* whole = result.findings.find(name);
            std::holds_alternative<std::int64_t>(whole->value)) { // else the system does not tell
            std::int64_t sum = 0;
            for (const RunStretch& stretch : stretches)
                if (const Finding* part = stretch.findings.find(name))
                    sum += std::get<std::int64_t>(part->value);
            EXPECT_EQ(sum, std::get<std::int64_t>(whole->value)) << name;
        }
    EXPECT_NEAR(static_cast<double>(parts), static_cast<double>(running), 1e6);
    EXPECT_THAT(result.answer.english(), HasSubstr("on average"));
    EXPECT_TRUE(run->experiment().answer(result.findings, result.outcome).broken().empty());
    for (const Text& warning : result.warnings)
        EXPECT_THAT(warning.english(), Not(HasSubstr("of the whole run")))
            << "the answer speaks of the stretches";
    EXPECT_THAT(run->question().english(), HasSubstr("3 threads")) << "as it was asked";
}

TEST(ChangedRun, IsTheSameAgainFromAFile)
{
    const TemporaryFolder folder;
    const auto run = changedCores();
    ASSERT_TRUE(run);
    const std::string answer = run->answer().english();
    const json written = json::parse(resultJson(run->result(), answer));
    EXPECT_EQ(written["settings"]["threads"], 3) << "as at the start";
    ASSERT_EQ(written["changes"].size(), 2U);
    EXPECT_EQ(written["changes"][0]["setting"], "threads");
    EXPECT_EQ(written["changes"][0]["from"], 3);
    EXPECT_EQ(written["changes"][0]["to"], 6);
    EXPECT_GE(written["changes"][0]["at_s"], 0.3);
    EXPECT_EQ(written["changes"][1]["from"], 6);
    EXPECT_EQ(written["changes"][1]["to"], 2);
    EXPECT_EQ(written["stretches"].back()["settings"]["threads"], 2);
    for (const char* name : {"cores.tscape", "cores.json"}) {
        if (std::string_view(name).ends_with(".json")) {
            std::ofstream out(folder.file(name));
            writeChromeTrace(recordingOf(*run), out);
        } else {
            ASSERT_TRUE(saveRecording(recordingOf(*run), folder.file(name)));
        }
        const auto opened = openRun(folder.file(name));
        ASSERT_TRUE(opened) << opened.error().text.english();
        EXPECT_EQ(json::parse(resultJson(opened->run->result(), answer)), written) << name;
        EXPECT_EQ(opened->run->question(), run->question()) << name;
        ASSERT_TRUE(opened->run->request());
        EXPECT_EQ(opened->run->request()->changes.size(), 2U) << name;
    }
}

TEST(ChangedRun, AFileOfAnEarlierVersionHasNone)
{
    const auto run = LiveRun::start({.experiment = "bank", .seconds = 0.1});
    ASSERT_TRUE(run);
    ASSERT_TRUE((*run)->waitFor(kLongestWait));
    json all = json::parse(recordingJson(recordingOf(**run)));
    all.erase("changes");
    all.erase("stretches");
    const auto read = readRecordingJson(all.dump());
    ASSERT_TRUE(read);
    EXPECT_TRUE(read->result.changes.empty());
    EXPECT_TRUE(read->result.findings.stretches().empty());
    all["changes"] =
        json::array({{{"at_ns", 1}, {"setting", "speed"}, {"from", {{"int", 1}}}, {"to", {{"int", 2}}}}});
    all["stretches"] = json::array();
    EXPECT_FALSE(readRecordingJson(all.dump())) << "a speed is a real";
}

TEST(ChangedRun, ThePlanFollowsAChange)
{
    auto run =
        LiveRun::start({.experiment = "follow",
                        .settings = {{"style", "with"}, {"messages", "100000"}, {"rate_per_s", "1000"}},
                        .seconds = 3600.0});
    ASSERT_TRUE(run);
    EXPECT_NEAR((*run)->plannedSeconds(), 100, 1);
    ASSERT_TRUE((*run)->change("rate_per_s", std::int64_t{100}));
    EXPECT_GT((*run)->plannedSeconds(), 400) << "most of it is left";
    ASSERT_TRUE((*run)->change("rate_per_s", std::int64_t{1}));
    EXPECT_EQ((*run)->plannedSeconds(), 3600) << "not later than its time";
}

TEST(ChangedRun, ThePlanFollowsTheSpeed)
{
    auto run = LiveRun::start({.experiment = "countdown", .settings = {{"count", "100"}}, .speed = 2});
    ASSERT_TRUE(run);
    EXPECT_DOUBLE_EQ((*run)->plannedSeconds(), 50);
    (*run)->setSpeed(0.5);
    EXPECT_GT((*run)->plannedSeconds(), 100);
    (*run)->stop();
    ASSERT_TRUE((*run)->waitFor(kLongestWait));
    ASSERT_EQ((*run)->result().changes.size(), 1U);
    EXPECT_EQ((*run)->result().changes[0].setting, "speed");
    EXPECT_EQ((*run)->result().speed, 2);
}

TEST(ChangedRun, WhatCannotBeChangedIsRefusedBeforeItStarts)
{
    EXPECT_THAT(refusal("cores", {1, "thread", "16"}), HasSubstr("did you mean threads?"));
    EXPECT_THAT(refusal("cores", {1, "seconds", "16"}),
                HasSubstr("seconds cannot be changed while the run goes on; these can: threads, speed."));
    EXPECT_THAT(refusal("cores", {1, "threads", "65"}), HasSubstr("from 1 to 64"));
    EXPECT_THAT(refusal("cores", {1, "speed", "fast"}), HasSubstr("speed is fast"));
    EXPECT_THAT(refusal("cores", {1, "speed", "1000"}), HasSubstr("speed is 1000"));
    EXPECT_THAT(refusal("cores", {-1, "threads", "16"}), HasSubstr("from 0 s"));
    EXPECT_THAT(refusal("cores", {3, "threads", "16"}), HasSubstr("the run ends at 3 s"));
    EXPECT_THAT(refusal("deposit", {2, "speed", "2"}, 1.5), HasSubstr("the run ends at 1.5 s"));
    EXPECT_EQ(refusal("bank", {9, "notify", "one"}), "");
}

TEST(ChangedRun, ARunThatEndsBeforeAPlannedChangeSaysSo)
{
    auto run = LiveRun::start({.experiment = "deposit",
                               .settings = {{"deposits", "1"}, {"workers", "1"}},
                               .changes = {{1000, "speed", "2"}}});
    ASSERT_TRUE(run);
    ASSERT_TRUE((*run)->waitFor(kLongestWait));
    const RunResult result = (*run)->result();
    EXPECT_EQ(result.outcome, Outcome::finished);
    EXPECT_TRUE(result.changes.empty());
    ASSERT_FALSE(result.warnings.empty());
    EXPECT_THAT(result.warnings.back().english(), HasSubstr("ended before"));
}

} // namespace
} // namespace threadscape
