#include "engine/experiments/invariants.h"
#include "engine/experiments/standstill.h"
#include "lab/files/result_json.h"
#include "lab/run/registry.h"
#include "measure/judgement.h"
#include "support/drained_run.h"
#include "support/eventually.h"
#include "support/random_request.h"

#include <cstdlib>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <random>

namespace threadscape {
namespace {

/// A run that is over, as an invariant sees it.
struct Ended {
    const RunResult& result;
    const Trace& trace;

    bool finished() const { return result.outcome == Outcome::finished; }
    std::int64_t found(const char* name) const { return result.findings.integer(name); }
    double number(const char* name) const { return result.findings.number(name); }
    const FindingValue& value(const char* name) const { return result.findings.find(name)->value; }
    template <typename T = std::int64_t>
    T set(const std::string& name) const
    {
        for (const auto& [setting, value] : result.settings)
            if (setting == name)
                return std::get<T>(value);
        ADD_FAILURE() << "no setting " << name;
        return {};
    }
};

/// The findings that result files promise, and what holds of them whatever the settings, also when a run was stopped.
struct Promise {
    std::vector<const char*> findings;
    std::function<void(const Ended&)> holds;
};

void bankHolds(const Ended& run)
{
    EXPECT_EQ(run.found("balance"),
              run.set("initial_balance") + run.found("deposited") - run.found("withdrawn"));
    if (run.set<std::string>("recheck") == "while") {
        EXPECT_EQ(run.found("went_negative"), 0);
    }
}

void counterHolds(const Ended& run)
{
    EXPECT_EQ(run.found("counted") + run.found("lost"), run.found("expected"));
    if (run.set<std::string>("protection") != "none") {
        EXPECT_EQ(run.found("lost"), 0);
        EXPECT_EQ(run.found("rounds_wrong"), 0);
    }
}

void coresHold(const Ended& run)
{
    EXPECT_GE(run.number("running_share"), 0);
    EXPECT_GE(run.number("ready_share"), 0);
    EXPECT_LE(run.number("running_share") + run.number("ready_share"), 1 + 1e-9);
}

/// What holds of a study wherever it was broken off.
void studyHolds(const Ended& run)
{
    const std::optional<SpeedupStudy>& study = run.result.study;
    ASSERT_TRUE(study);
    EXPECT_LE(study->samplesDone, study->samplesPlanned);
    if (run.finished()) {
        EXPECT_EQ(study->samplesDone, study->samplesPlanned);
    }
    std::size_t samples = 0;
    for (const SpeedupPoint& point : study->points) {
        samples += point.samplesS.size();
        EXPECT_GT(point.medianS, 0);
        EXPECT_LE(point.fromNs, point.toNs);
        EXPECT_EQ(point.jobs == 1 || !isBaseline(point.backend), true);
        EXPECT_LE(point.jobs, run.set("jobs_max"));
        if (point.lost) {
            const Losses& lost = *point.lost;
            EXPECT_NEAR(lost.working + lost.imbalance + lost.waiting + lost.ready + lost.startup +
                            lost.unexplained,
                        1, 1e-6);
            for (const double share :
                 {lost.working, lost.imbalance, lost.waiting, lost.ready, lost.startup, lost.unexplained}) {
                EXPECT_GE(share, -1e-6);
                EXPECT_LE(share, 1 + 1e-6);
            }
        }
    }
    EXPECT_EQ(samples, static_cast<std::size_t>(study->samplesDone));
}

void integrateHolds(const Ended& run)
{
    studyHolds(run);
}

void parallelHolds(const Ended& run)
{
    if (run.finished()) {
        EXPECT_GT(run.number("time_s"), 0);
        EXPECT_GE(run.number("imbalance"), 0);
        EXPECT_LE(run.number("imbalance"), 1);
        if (std::holds_alternative<double>(run.value("speedup"))) { // else it is not resolved
            EXPECT_NEAR(run.number("speedup"), run.number("sequential_s") / run.number("time_s"),
                        0.02 * run.number("speedup"));
            EXPECT_LE(run.number("speedup"), kAboveLimit * static_cast<double>(run.set("jobs")));
        }
    }
}

void chooseHolds(const Ended& run)
{
    if (run.finished()) {
        for (const std::string& model : listParts(run.set<std::string>("models"))) {
            EXPECT_GT(run.number((model + "_time_s").c_str()), 0);
        }
    }
}

void primesHold(const Ended& run)
{
    studyHolds(run);
    if (run.finished()) {
        EXPECT_EQ(run.found("primes"), 12 * run.set("copies"));
        EXPECT_EQ(run.found("composites"), run.set("copies"));
    }
}

void depositHolds(const Ended& run)
{
    EXPECT_EQ(run.found("balance") + run.found("lost"), run.found("expected"));
    if (run.set<bool>("lock")) {
        EXPECT_EQ(run.found("lost"), 0);
    }
    if (run.finished()) {
        EXPECT_EQ(run.found("expected"), run.set("deposits") * run.set("amount"));
    }
}

void terminateHolds(const Ended& run)
{
    EXPECT_GE(run.number("stop_latency_max_ms"), 0);
    if (run.finished()) {
        EXPECT_EQ(run.found("ended"), run.set("threads"));
    }
}

void queueHolds(const Ended& run)
{
    EXPECT_TRUE(std::get<bool>(run.value("in_order")));
    EXPECT_LE(run.found("got"), run.found("put"));
    EXPECT_LE(run.found("put") + run.found("refused"), run.set("items"));
    if (run.set("capacity") > 0) {
        EXPECT_LE(run.found("longest"), run.set("capacity"));
    }
    if (run.set("capacity") == 0 || run.set<std::string>("when_full") == "wait") {
        EXPECT_EQ(run.found("refused"), 0);
    }
    if (run.finished()) {
        EXPECT_EQ(run.found("put") + run.found("refused"), run.set("items"));
        EXPECT_EQ(run.found("got"), run.found("put"));
    }
}

void locksHold(const Ended& run)
{
    const auto kind = run.set<std::string>("kind");
    const bool semaphore = kind == "Semaphore";
    const bool overRelease = run.set<bool>("over_release");
    EXPECT_EQ(std::holds_alternative<Text>(run.value("error")), overRelease && !semaphore);
    EXPECT_LE(run.number("wait_mean_ms"), run.number("wait_max_ms"));
    EXPECT_LE(run.number("wait_p99_ms"), run.number("wait_max_ms"));
    EXPECT_LE(run.number("utilisation"), 1.000001);
    if (run.set<std::string>("acquire") == "block") {
        EXPECT_EQ(run.found("refused"), 0);
    }
    if (!semaphore && kind != "BoundedSemaphore")
        return;
    if (overRelease) {
        EXPECT_EQ(run.found("permits_after"), run.set("permits") + (semaphore ? 1 : 0));
    }
    const ValueSeries& inUse = run.trace.object(0).values;
    EXPECT_LE(inUse.range(0, inUse.size()).high, run.set("permits") + (overRelease && semaphore ? 1 : 0));
}

void countdownHolds(const Ended& run)
{
    const std::int64_t all = run.set("threads") * run.set("count");
    const bool program = run.set<bool>("daemon") && !run.set<bool>("join");
    EXPECT_LE(run.found("lines_printed"), all);
    if (!run.finished())
        return;
    EXPECT_EQ(run.found("cut_off"), program ? run.found("alive_at_main_end") : 0);
    if (!program) {
        EXPECT_EQ(run.found("lines_printed"), all);
    }
    if (run.set<bool>("join")) {
        EXPECT_EQ(run.found("alive_at_main_end"), 0);
    }
}

void foreignReleaseHolds(const Ended& run)
{
    if (run.finished()) {
        EXPECT_EQ(std::holds_alternative<Text>(run.value("error")), run.set<std::string>("kind") == "RLock");
    }
}

void deadlockHolds(const Ended& run)
{
    EXPECT_EQ(run.found("total_after"), run.found("total_before"));
    EXPECT_LE(run.found("transfers"), run.set("transfers"));
    const bool deadlocked = std::get<bool>(run.value("deadlocked"));
    if (run.set<bool>("ordered")) {
        EXPECT_FALSE(deadlocked);
        EXPECT_TRUE(run.result.warnings.empty());
    }
    if (run.result.outcome == Outcome::deadlocked) {
        EXPECT_TRUE(deadlocked);
        EXPECT_FALSE(std::get<std::vector<std::string>>(run.value("cycle")).empty());
    }
}

void philosophersHold(const Ended& run)
{
    EXPECT_LE(run.found("meals_min"), run.found("meals_max"));
    EXPECT_LE(run.found("meals_max"), run.found("meals"));
    if (run.set<std::string>("strategy") != "naive") {
        EXPECT_FALSE(std::get<bool>(run.value("deadlocked")));
    }
}

void followHolds(const Ended& run)
{
    EXPECT_LE(run.found("received"), run.set("messages"));
    EXPECT_LE(run.found("processed") + run.found("rejected"), run.found("received"));
    if (run.set<std::string>("style") == "with") {
        EXPECT_FALSE(std::get<bool>(run.value("stalled")));
    }
    if (run.finished()) {
        EXPECT_EQ(run.found("received"), run.set("messages"));
        EXPECT_EQ(run.found("processed"), run.found("received") - run.found("rejected"));
    }
}

void futuresHold(const Ended& run)
{
    const std::int64_t ended = run.found("done") + run.found("failed") + run.found("cancelled");
    EXPECT_EQ(ended + run.found("unfinished"), run.set("tasks"));
    if (run.finished()) {
        EXPECT_EQ(run.found("failed"), run.set("fail"));
        EXPECT_EQ(run.found("cancelled"), run.set("cancel"));
        EXPECT_EQ(run.found("callbacks"), run.set("tasks"));
    }
}

void gilHolds(const Ended& run)
{
    EXPECT_GE(run.number("rounds_per_s"), 0);
    EXPECT_GE(run.number("gil_held_share"), 0);
    EXPECT_LE(run.number("gil_held_share"), 1);
    EXPECT_LE(run.found("switches_forced"), run.found("switches") + 1);
    if (run.set("threads") == 1) {
        EXPECT_EQ(run.found("switches"), 0);
    }
}

void thumbnailsHold(const Ended& run)
{
    EXPECT_TRUE(std::get<std::vector<std::string>>(run.value("failed")).empty());
    EXPECT_LE(run.found("images"), run.set("images"));
    if (run.finished()) {
        EXPECT_EQ(run.found("images"), run.set("images"));
        EXPECT_EQ(run.found("thumbnails"), 3 * run.set("images"));
    }
}

void processesHold(const Ended& run)
{
    if (run.set<std::string>("as") == "process") {
        EXPECT_EQ(run.found("parent_value"), 100);
    } else if (run.finished() && !run.set<bool>("daemon")) {
        EXPECT_EQ(run.found("parent_value"), 100 + run.set("processes") * run.set("count"));
    }
    if (run.finished() && run.set<std::string>("as") == "process" && !run.set<bool>("daemon")) {
        const auto exit = run.set<std::string>("exit");
        const std::int64_t code = exit == "normal" ? 0 : exit == "error" ? 1 : -9;
        for (const std::int64_t one : std::get<std::vector<std::int64_t>>(run.value("exit_codes")))
            EXPECT_EQ(one, code);
    }
}

void sharedCounterHolds(const Ended& run)
{
    if (!run.finished())
        return;
    EXPECT_EQ(run.found("counted") + run.found("lost"), run.found("expected"));
    if (run.set<std::string>("protection") != "none") {
        EXPECT_EQ(run.found("lost"), 0);
    }
    EXPECT_EQ(run.found("owners_lost"), run.set<bool>("kill_owner") ? 1 : 0);
}

void pipeHolds(const Ended& run)
{
    if (run.found("rounds_done") > 0) {
        EXPECT_TRUE(std::get<bool>(run.value("intact")));
    }
    if (run.finished()) {
        EXPECT_EQ(run.found("rounds_done"), run.set("rounds"));
    }
}

void brokenPoolHolds(const Ended& run)
{
    EXPECT_EQ(run.found("orphans"), 0);
    if (run.finished()) {
        EXPECT_EQ(run.found("done") + (run.set<bool>("recover") ? 0 : run.found("broken")), run.set("tasks"));
    }
}

void gatherHolds(const Ended& run)
{
    EXPECT_LE(run.found("alternations"), run.found("resumes"));
    EXPECT_LE(run.found("primes"), run.set("to"));
    EXPECT_LE(run.found("squares"), run.set("to"));
    EXPECT_LE(run.found("threads"), 1);
    if (run.finished()) {
        EXPECT_EQ(run.found("squares"), run.set("to"));
        EXPECT_EQ(run.found("callbacks"), 1);
    }
}

void echoHolds(const Ended& run)
{
    EXPECT_EQ(run.found("lost"), 0);
    EXPECT_LE(run.found("echoed"), run.set("clients") * run.set("lines"));
    if (std::holds_alternative<double>(run.value("latency_p99_us"))) { // of 100 lines or more
        EXPECT_LE(run.number("latency_median_us"), run.number("latency_p99_us"));
    }
    if (run.finished()) {
        EXPECT_EQ(run.found("echoed"), run.set("clients") * run.set("lines"));
        EXPECT_LE(run.found("connections"), run.set("clients"));
    }
}

void titlesHold(const Ended& run)
{
    const auto ended = std::get<std::vector<std::string>>(run.value("titles")).size() +
                       std::get<std::vector<std::string>>(run.value("failed")).size();
    EXPECT_LE(ended, 5U);
    if (run.finished()) {
        EXPECT_EQ(ended, 5U);
    }
}

void blockingCallHolds(const Ended& run)
{
    EXPECT_GE(run.number("longest_stall_ms"), 0);
    EXPECT_GE(run.found("ticks_missed"), 0);
}

/// One line for each experiment, by its id.
const std::map<std::string, Promise> kPromises{
    {"bank",
     {{"deposits", "withdrawals", "deposited", "withdrawn", "balance", "went_negative", "useless_wakeups",
       "wait_mean_ms", "wait_max_ms", "withdrawals_min", "withdrawals_max"},
      bankHolds}},
    {"blocking-call", {{"longest_stall_ms", "ticks_missed"}, blockingCallHolds}},
    {"broken-pool", {{"done", "broken", "detected_after_ms", "orphans"}, brokenPoolHolds}},
    {"countdown",
     {{"lines_printed", "enumerated", "alive_at_main_end", "cut_off", "second_join_ms"}, countdownHolds}},
    {"choose", {{"best"}, chooseHolds}},
    {"counter", {{"expected", "counted", "lost", "rounds_wrong"}, counterHolds}},
    {"deadlock",
     {{"transfers", "deadlocked", "cycle", "found_after_ms", "total_before", "total_after"}, deadlockHolds}},
    {"deposit", {{"expected", "balance", "lost", "time_s"}, depositHolds}},
    {"echo", {{"echoed", "lost", "latency_median_us", "latency_p99_us"}, echoHolds}},
    {"follow", {{"received", "rejected", "processed", "stalled"}, followHolds}},
    {"foreign-release", {{"waited_ms", "error"}, foreignReleaseHolds}},
    {"futures",
     {{"done", "failed", "cancelled", "completion_order", "callbacks", "submit_max_us",
       "refused_after_shutdown"},
      futuresHold}},
    {"integrate", {{"value", "exact", "error", "sequential_s"}, integrateHolds}},
    {"gather", {{"primes", "squares", "time_s", "resumes", "alternations", "threads"}, gatherHolds}},
    {"gil", {{"rounds_per_s", "gil_held_share", "switches", "speedup_over_one_thread"}, gilHolds}},
    {"locks",
     {{"throughput_per_s", "wait_mean_ms", "wait_p99_ms", "wait_max_ms", "utilisation", "refused", "error"},
      locksHold}},
    {"parallel", {{"time_s", "speedup", "imbalance"}, parallelHolds}},
    {"philosophers", {{"meals", "meals_min", "meals_max", "deadlocked"}, philosophersHold}},
    {"pipe", {{"round_trip_median_us", "round_trip_p99_us", "throughput_mb_per_s", "intact"}, pipeHolds}},
    {"primes", {{"primes", "composites", "cpu_over_wall"}, primesHold}},
    {"processes", {{"exit_codes", "parent_value", "child_values"}, processesHold}},
    {"queue", {{"put", "got", "refused", "in_order", "longest", "join_ms"}, queueHolds}},
    {"shared-counter", {{"expected", "counted", "lost"}, sharedCounterHolds}},
    {"thumbnails", {{"images", "thumbnails", "failed", "time_s"}, thumbnailsHold}},
    {"cores",
     {{"running_share", "ready_share", "switches_forced", "switches_voluntary", "migrations"}, coresHold}},
    {"titles", {{"titles", "failed", "time_s"}, titlesHold}},
    {"terminate", {{"stop_latency_max_ms", "iterations"}, terminateHolds}},
};

bool longRun()
{
    const char* const wanted = std::getenv("THREADSCAPE_LONG"); // tests/run --long
    return wanted != nullptr && std::string_view(wanted) == "1";
}

std::size_t entriesOf(const char* folder)
{
    std::size_t count = 0;
    for ([[maybe_unused]] const auto& entry : std::filesystem::directory_iterator(folder))
        ++count;
    return count;
}

void runAndCheck(const RunRequest& request)
{
    SCOPED_TRACE(inWords(request));
    const auto promise = kPromises.find(request.experiment);
    if (promise == kPromises.end()) {
        ADD_FAILURE() << "kPromises in tests/engine/experiments/random_settings_test.cpp has no line for the "
                         "experiment "
                      << request.experiment << ": add one with its findings and what always holds of them.";
        return;
    }
    auto run = LiveRun::start(request);
    ASSERT_TRUE(run) << run.error().text.english();
    ASSERT_TRUE((*run)->waitFor(std::chrono::minutes(2)));
    const RunResult result = (*run)->result();
    EXPECT_NE(result.outcome, Outcome::failed) << result.failure.english();
    EXPECT_EQ(result.lost, 0U);
    EXPECT_FALSE(result.answer.empty());
    for (std::size_t i = 0; i < result.answer.args().size(); ++i) {
        const std::string& quoted = result.answer.findingOf(i);
        EXPECT_TRUE(quoted.empty() || result.findings.find(quoted) != nullptr)
            << "the answer quotes " << quoted << ", which is not told";
    }
    const Answer answer = (*run)->experiment().answer(result.findings, result.outcome);
    EXPECT_EQ(answer.broken(), std::vector<std::string>()) << result.answer.english();
    const auto trace = (*run)->trace();
    const std::vector<std::string> violations = validate(*trace);
    EXPECT_TRUE(violations.empty()) << violations.front();
    const auto blocked = (*run)->experiment().blocked();
    if (result.outcome == Outcome::stalled && blocked && blocked->kind == Standstill::Kind::stall)
        expectNobodyCouldGoOn(**run);
    const auto findings = nlohmann::json::parse(resultJson(result, result.answer.english())).at("findings");
    for (const char* name : promise->second.findings)
        EXPECT_TRUE(findings.contains(name) && findings.at(name).contains("value")) << name;
    if (!::testing::Test::HasFailure())
        promise->second.holds({result, *trace});
}

std::vector<std::string> ids()
{
    std::vector<std::string> all;
    for (const auto& experiment : makeExperiments())
        all.push_back(experiment->id());
    return all;
}

class EveryExperiment : public ::testing::TestWithParam<std::string> {
protected:
    // The first run, and the first process, start what stays for the next ones.
    void SetUp() override
    {
        DrainedRun().start(kTrialExit, packArguments(std::int32_t{0}))->join();
        runAndCheck({.experiment = GetParam(), .seconds = kQuickRunSeconds});
        m_threads = entriesOf("/proc/self/task");
        m_descriptors = entriesOf("/proc/self/fd");
    }
    void TearDown() override
    {
        // A thread that was joined is seen for a moment yet.
        EXPECT_TRUE(eventually([&] { return entriesOf("/proc/self/task") <= m_threads; }));
        EXPECT_EQ(entriesOf("/proc/self/fd"), m_descriptors);
    }

private:
    std::size_t m_threads = 0;
    std::size_t m_descriptors = 0;
};

INSTANTIATE_TEST_SUITE_P(, EveryExperiment, ::testing::ValuesIn(ids()), [](const auto& id) {
    std::string name = id.param;
    std::ranges::replace(name, '-', '_');
    return name;
});

TEST_P(EveryExperiment, KeepsItsPromisesAtEachPreset)
{
    for (const Preset& preset : (*makeExperiment(GetParam()))->presets()) {
        RunRequest request{.experiment = GetParam(), .preset = preset.name};
        if (!longRun()) {
            constexpr double kHurried = 20;
            request.seconds = kQuickRunSeconds;
            request.speed = kHurried;
        }
        runAndCheck(request);
    }
}

TEST_P(EveryExperiment, KeepsItsPromisesAtRandomSettings)
{
    std::mt19937 random(std::random_device{}()); // what failed stands in the message
    const int runs = longRun() ? 200 : 5;
    for (int i = 0; i < runs && !::testing::Test::HasFailure(); ++i)
        runAndCheck(quickRequest(GetParam(), random));
}

} // namespace
} // namespace threadscape
