// What is answered where there is nothing, one of something, or an end before anything happened. Sentences by their templates.
#include "lab/run/live_run.h"
#include "support/eventually.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace threadscape {
namespace {

using ::testing::IsEmpty;

/// Settings at an edge, when the run is stopped, and the only sentence that is right then.
struct Corner {
    const char* experiment;
    std::map<std::string, std::string> settings;
    const char* sentence; ///< the template's source
    /// The run is stopped once it holds; none: it ends by itself.
    std::function<bool(const Findings&)> until{};
};

bool atOnce(const Findings& /*found*/)
{
    return true;
}

auto atLeast(const char* finding, double value)
{
    return [=](const Findings& found) { return found.number(finding) >= value; };
}

auto onceKnown(const char* finding)
{
    return [=](const Findings& found) { return found.find(finding)->value.index() != 0; };
}

void PrintTo(const Corner& corner, std::ostream* out)
{
    *out << corner.experiment;
    for (const auto& [name, value] : corner.settings)
        *out << " " << name << "=" << value;
}

void expectSentence(const Answer& answer, const char* sentence)
{
    EXPECT_STREQ(answer.sentence().form().source, sentence) << answer.sentence().english();
    EXPECT_THAT(answer.broken(), IsEmpty()) << answer.sentence().english();
    EXPECT_GT(answer.claims(), 0) << answer.sentence().english();
}

class CornerAnswer : public ::testing::TestWithParam<Corner> {};

TEST_P(CornerAnswer, IsTheOnlyRightSentence)
{
    const Corner& corner = GetParam();
    auto run = LiveRun::start({.experiment = corner.experiment, .settings = corner.settings});
    ASSERT_TRUE(run) << run.error().text.english();
    if (corner.until) {
        ASSERT_TRUE(eventually([&] { return corner.until((*run)->findings()); }));
        (*run)->stop();
    }
    ASSERT_TRUE((*run)->waitFor(std::chrono::seconds(60)));
    ASSERT_NE((*run)->outcome(), Outcome::failed) << (*run)->answer().english();
    expectSentence((*run)->experiment().answer((*run)->findings(), (*run)->outcome()), corner.sentence);
}

std::string nameOf(const ::testing::TestParamInfo<Corner>& corner)
{
    std::string name = corner.param.experiment;
    for (const auto& [setting, value] : corner.param.settings)
        name += "_" + setting + "_" + value;
    std::ranges::replace_if(
        name, [](char letter) { return std::isalnum(static_cast<unsigned char>(letter)) == 0; }, '_');
    return name + "_" + std::to_string(corner.index);
}

// Without a wait between the two: nobody has come to the end of a second.
constexpr const char* kLong = "1000";

INSTANTIATE_TEST_SUITE_P(
    Races, CornerAnswer,
    ::testing::Values(
        Corner{"deposit",
               {},
               "Yes, %1, in %2: with the lock only one thread at a time is between reading and writing."},
        Corner{"deposit", {{"deposits", "1"}}, "Yes, %1: a single deposit has nobody to meet."},
        Corner{"deposit",
               {{"workers", "1"}, {"deposits", "5"}},
               "Yes, %1, in %2: the only worker makes one deposit after the other, and nobody else writes."},
        Corner{"deposit",
               {{"workers", "1"}, {"deposits", "5"}, {"lock", "false"}},
               "Yes, %1, in %2: the only worker makes one deposit after the other, and nobody else writes."},
        Corner{"deposit", {{"work_ms", kLong}}, "Ended before the first deposit was made.", atOnce},
        Corner{"deposit",
               {{"workers", "1"}, {"deposits", "10000"}, {"lock", "false"}},
               "Ended after %1 of %n deposits: the balance is %2, and nothing is lost.",
               atLeast("expected", 3)},
        Corner{"locks",
               {{"threads", "1"}, {"seconds", "0.3"}},
               "%1 turns a second, each after waiting %2 for %3 of work."},
        Corner{"locks",
               {{"hold_ms", "0"}, {"seconds", "0.3"}},
               "%1 turns a second, each after waiting %2 for %3 of work."},
        Corner{"locks", {{"hold_ms", kLong}}, "Ended before the first turn had ended.", atOnce},
        Corner{"locks",
               {{"hold_ms", kLong}, {"kind", "Semaphore"}, {"over_release", "true"}},
               "One release too many was no error: now %1 threads may pass at a time, not %2.",
               atOnce},
        Corner{"locks",
               {{"hold_ms", kLong}, {"kind", "BoundedSemaphore"}, {"over_release", "true"}},
               "One release too many is an error: %1",
               atOnce},
        Corner{"locks",
               {{"hold_ms", kLong}, {"acquire", "try"}},
               "%1 turns a second; %2 times a thread found it taken, and went away.",
               atLeast("refused", 1)},
        Corner{"locks",
               {{"hold_ms", kLong}, {"acquire", "timeout"}, {"timeout_ms", "0"}},
               "%1 turns a second; %2 times a thread found it taken, and went away.",
               atLeast("refused", 1)},
        Corner{"foreign-release",
               {{"delay_ms", "0"}},
               "Yes: a Lock has no owner. Main, which held it, had it a second time after %1, since the "
               "stranger "
               "released it."},
        Corner{"foreign-release",
               {{"delay_ms", "15000"}},
               "Ended before main had the lock a second time.",
               atOnce},
        Corner{"foreign-release",
               {{"delay_ms", "0"}, {"kind", "RLock"}},
               "No: an RLock has an owner, and refuses everybody else's release. Main took it a second time "
               "without "
               "waiting."},
        Corner{"foreign-release",
               {{"delay_ms", "15000"}, {"kind", "RLock"}},
               "Ended before the stranger came.",
               onceKnown("waited_ms")},
        Corner{"deadlock", {{"transfers", "1"}}, "It moves: a single transfer has nobody to wait for."},
        Corner{
            "deadlock",
            {{"transfers", "1"}, {"ordered", "true"}},
            "It moves, %n transfers: who takes the locks always in the same order never waits in a circle."},
        Corner{"deadlock", {{"work_ms", kLong}}, "Ended before the first transfer was made.", atOnce},
        Corner{
            "deadlock",
            {{"transfers", "1000000"}, {"ordered", "true"}, {"seconds", "0"}},
            "It moves, %n transfers: who takes the locks always in the same order never waits in a circle.",
            atLeast("transfers", 2)},
        Corner{"philosophers",
               {{"think_ms", kLong}, {"strategy", "ordered"}},
               "Ended before anybody had eaten.",
               atOnce},
        Corner{"philosophers", {{"think_ms", kLong}}, "Ended before anybody had eaten.", atOnce},
        Corner{
            "philosophers",
            {{"think_ms", "0"}, {"reach_ms", "0"}, {"eat_ms", "1"}, {"strategy", "waiter"}, {"seconds", "0"}},
            "No: each ate %1 to %2 times. The waiter lets all but one reach, so somebody always gets both "
            "forks.",
            atLeast("meals_min", 1)}),
    nameOf);

INSTANTIATE_TEST_SUITE_P(
    Threads, CornerAnswer,
    ::testing::Values(Corner{"terminate",
                             {{"threads", "1"}, {"stop_after_ms", "0"}, {"poll_ms", "1"}},
                             "You ask, and wait until it looks: of %n threads that look every %1 the last "
                             "ended %2 after the flag "
                             "was set."},
                      Corner{"terminate",
                             {{"stop_after_ms", "60000"}},
                             "Ended early, after %n steps: nobody had asked them to stop.",
                             atLeast("iterations", 1)},
                      Corner{"terminate",
                             {{"stop_after_ms", "60000"}},
                             "Ended early, after %n steps: nobody had asked them to stop.",
                             atOnce},
                      Corner{"terminate",
                             {{"stop_after_ms", "0"}, {"poll_ms", "5000"}, {"threads", "2"}},
                             "Ended early: %1 of %n threads had seen the flag.",
                             atLeast("ended", 1)},
                      Corner{"countdown",
                             {{"count", "1"}, {"interval_ms", "1"}},
                             "Main did, since it joins them: it said \"down\" last, after %1."},
                      Corner{"countdown",
                             {{"interval_ms", "5000"}},
                             "Ended after %1 of %n lines.",
                             atLeast("lines_printed", 1)},
                      Corner{"countdown",
                             {{"join", "false"}, {"interval_ms", "1000"}, {"count", "1"}},
                             "Yes, though main did not: it was through after %1, and the program ended with "
                             "its last thread, after "
                             "%2."},
                      Corner{"countdown",
                             {{"join", "false"}, {"daemon", "true"}},
                             "Not for daemons: main was through after %1, and the program's end cut off %n "
                             "threads after %2 of "
                             "their %3 lines."},
                      Corner{"futures",
                             {{"fail", "0"}, {"cancel", "0"}, {"task_ms", "1"}},
                             "All %n are done: none failed, and none was cancelled."},
                      Corner{"futures",
                             {{"tasks", "1"}, {"fail", "0"}, {"cancel", "1"}},
                             "All %n were cancelled before they began."},
                      Corner{"futures",
                             {{"tasks", "1"}, {"fail", "1"}, {"cancel", "0"}, {"task_ms", "1"}},
                             "%1 done, %2 failed: an exception waits for whoever asks for the result."},
                      Corner{"futures",
                             {{"fail", "0"}, {"task_ms", "1"}},
                             "%1 done, %2 cancelled: only what has not begun can be cancelled."},
                      Corner{"futures",
                             {{"task_ms", "1"}},
                             "%1 done, %2 failed, %3 cancelled: an exception waits for whoever asks for the "
                             "result, and only what "
                             "has not begun can be cancelled."},
                      Corner{
                          "futures",
                          {{"task_ms", "100"}, {"workers", "1"}, {"spread", "0"}, {"shutdown_wait", "false"}},
                          "%1 done, %2 failed, %3 cancelled: the shutdown returned after %4, and what was "
                          "queued ran all the "
                          "same."},
                      Corner{"futures",
                             {{"task_ms", "10000"}},
                             "%1 done, %2 failed and %3 cancelled; %4 had not ended.",
                             atLeast("cancelled", 2)}),
    nameOf);

INSTANTIATE_TEST_SUITE_P(
    Processes, CornerAnswer,
    ::testing::Values(
        Corner{"broken-pool",
               {{"tasks", "1"}, {"task_ms", "1"}, {"kill_after_ms", "60000"}},
               "Nobody died in time: all %n tasks are done."},
        Corner{"broken-pool",
               {{"tasks", "1"}, {"task_ms", "10000"}},
               "It is lost too: all %n tasks ended as broken, %1 after the kill. No process is left, and "
               "nobody waits "
               "for ever."},
        Corner{"broken-pool", {{"task_ms", "10000"}}, "Ended early: main had %1 of %n results.", atOnce},
        Corner{"processes",
               {{"processes", "1"}, {"count", "1"}, {"interval_ms", "1"}},
               "Processes do not: each made %1 of its own copy, the parent's is still %2. They ended with "
               "exit code "
               "%3."},
        Corner{"processes",
               {{"as", "thread"}, {"processes", "1"}, {"count", "1"}, {"interval_ms", "1"}},
               "Threads do: the variable was %1 and is %2 now. They live in their parent's memory."},
        Corner{"processes",
               {{"as", "thread"}, {"interval_ms", "5000"}},
               "Ended before the children did; the parent's variable is %1.",
               atLeast("parent_value", 101)},
        Corner{"processes",
               {{"interval_ms", "5000"}},
               "Ended before the children did; the parent's variable is %1.",
               atOnce},
        Corner{"pipe", {{"rounds", "1"}}, "%1 there and back for %n bytes over %2, once."},
        Corner{"pipe",
               {{"rounds", "99"}, {"via", "shared"}},
               "%1 there and back for %n bytes over %2: the median of %3 messages."},
        Corner{"pipe",
               {{"rounds", "100"}, {"bytes", "1"}},
               "%1 there and back for %n bytes over %2, 1 in 100 takes %3 or more: each time the system has "
               "to wake "
               "the other process."},
        Corner{"pipe",
               {{"rounds", "100"}, {"bytes", "1048576"}},
               "%1 there and back for %n bytes over %2, 1 in 100 takes %3 or more: %4 MB each second."}),
    nameOf);

INSTANTIATE_TEST_SUITE_P(
    Async, CornerAnswer,
    ::testing::Values(
        Corner{"gather",
               {{"from", "0"}, {"to", "0"}},
               "There was nothing to do: up to 0 there is neither a prime nor a square."},
        Corner{"gather",
               {{"from", "7"}, {"to", "7"}},
               "%n primes and the squares of the numbers up to %1 took %2: one job had a single number, so "
               "there was "
               "nothing to take turns at."},
        Corner{"gather",
               {{"from", "8"}, {"to", "10"}},
               "While one job pauses, it goes on with the other: %n primes and the squares of the numbers up "
               "to %1 "
               "took %2. The thread went from one task to another %3×."},
        Corner{"gather",
               {{"from", "0"}, {"to", "1"}, {"pause_ms", "0"}},
               "While one job pauses, it goes on with the other: %n primes and the squares of the numbers up "
               "to %1 "
               "took %2. The thread went from one task to another %3×."},
        Corner{"gather",
               {{"from", "1"}, {"to", "1"}, {"gathered", "false"}},
               "Not at all, when it awaits one job before it begins the other: %n primes and then the "
               "squares of the "
               "numbers up to %1 took %2, the sum of both."},
        Corner{
            "gather", {{"gathered", "false"}, {"pause_ms", kLong}}, "Ended early: %n primes, in %1.", atOnce},
        Corner{"gather",
               {{"pause_ms", kLong}},
               "Ended early: %n primes and the squares of the numbers up to %1, in %2.",
               atLeast("squares", 1)},
        Corner{"echo", {{"clients", "1"}, {"lines", "1"}}, "It can: the only line came back after %1."},
        Corner{"echo",
               {{"clients", "1"}, {"lines", "2"}},
               "It can: with %n connections open at once every line came back, half of the %1 within %2. Who "
               "waits for "
               "a line keeps no thread."},
        Corner{"echo", {{"lines", "100000"}}, "Ended early: %1 of %n lines came back.", atLeast("echoed", 1)},
        Corner{
            "titles", {{"latency_ms", "10000"}}, "Ended early: the titles of %1 of %n pages, in %2.", atOnce},
        Corner{"titles",
               {{"urls", "http://127.0.0.1:1/"}}, // where nobody listens
               "No title came: all %n pages failed, in %1."},
        Corner{"titles",
               {{"latency_ms", "1"}, {"mode", "pool"}, {"workers", "1"}},
               "%1 for %n titles: a page is asked for when the one before has come."},
        Corner{"titles",
               {{"latency_ms", "1"}, {"mode", "pool"}},
               "%1 for %n titles: each worker waits for one page at a time."},
        Corner{"titles",
               {{"latency_ms", "1"}},
               "%1 for %n titles: while one page is awaited, the same thread asks for the others."},
        Corner{"blocking-call", {{"every_ms", "10000"}}, "Ended before the first call.", atOnce},
        Corner{"blocking-call",
               {{"every_ms", "10"}, {"tick_ms", "10"}, {"block_ms", "5000"}, {"seconds", "0"}},
               "Everything: while %1 kept the loop, for up to %2, none of the others went on. %n ticks were "
               "missed.",
               atLeast("ticks_missed", 20)}), // while it goes on
    nameOf);

/// The answer to findings that a run comes to by chance.
Answer answerTo(const char* experiment, const std::map<std::string, std::string>& settings, Outcome outcome,
                const std::vector<std::pair<const char*, FindingValue>>& findings)
{
    const auto configured = configure({.experiment = experiment, .settings = settings});
    Findings found;
    for (const auto& [name, value] : findings)
        found.add(name, Template{}, value);
    return (*configured)->answer(found, outcome);
}

TEST(CornerAnswers, AThreadThatOverwroteWithoutBeingSeenAtItIsNotCounted)
{
    const auto answer = [](std::int64_t atOnce) {
        return answerTo("deposit", {{"lock", "false"}}, Outcome::finished,
                        {{"expected", std::int64_t{100}},
                         {"balance", std::int64_t{99}},
                         {"lost", std::int64_t{1}},
                         {"at_once", atOnce}});
    };
    expectSentence(answer(2), "No, %1: up to %n threads had read the balance before any of them wrote.");
    expectSentence(answer(1),
                   "No, %1: a thread wrote over what others had written since it read the balance.");
}

TEST(CornerAnswers, WhoAteNothingIsSeen)
{
    const auto answer = [](const char* strategy, std::int64_t hungry, std::int64_t least) {
        return answerTo("philosophers", {{"strategy", strategy}}, Outcome::timeUp,
                        {{"meals", std::int64_t{406}},
                         {"meals_min", least},
                         {"meals_max", std::int64_t{203}},
                         {"hungry", hungry}});
    };
    expectSentence(answer("ordered", 2, 0),
                   "Not together, since forks are taken by their numbers: but in this "
                   "time %n of them ate nothing, and the luckiest ate %1×.");
    expectSentence(answer("waiter", 2, 0),
                   "Not together, since the waiter lets all but one reach: but in this "
                   "time %n of them ate nothing, and the luckiest ate %1×.");
    expectSentence(answer("ordered", 0, 4),
                   "No: each ate %1 to %2 times. Forks are taken by their numbers, so "
                   "nobody can wait in a circle.");
    expectSentence(answer("naive", 0, 4),
                   "Not this time, %n meals: but nothing kept them from taking a fork each.");
}

TEST(CornerAnswers, ARunThatWasEndedInTheMiddlePraisesNoLuck)
{
    expectSentence(
        answerTo("deadlock", {}, Outcome::stopped, {{"transfers", std::int64_t{5}}}),
        "It moved until it was ended, %n transfers: so far no threads were seen to wait in a circle.");
    expectSentence(
        answerTo("deadlock", {{"transfers", "5"}}, Outcome::finished, {{"transfers", std::int64_t{5}}}),
        "It moved this time, %n transfers: but only luck kept the threads from taking two locks "
        "crosswise.");
}

TEST(CornerAnswers, WhatKeptTheLoopIsNotTheCallWhereAnotherTaskDid)
{
    const auto answer = [](const char* by, double ms, std::int64_t missed) {
        return answerTo("blocking-call", {}, Outcome::timeUp,
                        {{"calls", std::int64_t{3}},
                         {"longest_stall_ms", ms},
                         {"stalled_by", std::string(by)},
                         {"ticks_missed", missed}});
    };
    expectSentence(answer("Ticker 3", 30, 0),
                   "It was not the call that kept the loop longest, but %1, for %2; %n ticks were missed.");
    expectSentence(answer("Caller", 300, 0),
                   "Everything: while %1 kept the loop, for up to %2, none of the others went on.");
    expectSentence(answer("Caller", 5, 0),
                   "Nothing that anybody notices: no task kept the loop longer than %1.");
}

TEST(CornerAnswers, ALineThatIsLostIsNotPassedOver)
{
    const std::vector<std::pair<const char*, FindingValue>> found{{"echoed", std::int64_t{799}},
                                                                  {"lost", std::int64_t{1}}};
    expectSentence(answerTo("echo", {}, Outcome::finished, found), "Not quite: %1 of %n lines were lost.");
    expectSentence(answerTo("echo", {}, Outcome::stopped, found), "Not quite: %1 of %n lines were lost.");
}

TEST(CornerAnswers, AThreadMoreIsNoGainWhereItOnlyWaits)
{
    const auto answer = [](const std::map<std::string, std::string>& settings, double utilisation,
                           double together) {
        return answerTo(
            "locks", settings, Outcome::timeUp,
            {{"throughput_per_s", 20.0}, {"utilisation", utilisation}, {"inside_mean", together}});
    };
    expectSentence(
        answer({{"think_ms", "0"}}, 0.99, 0),
        "Nothing: %1 turns a second, each after waiting %2 for %3 of work; one thread alone would do as "
        "much.");
    // Its share alone says nothing where nobody works under it.
    expectSentence(answer({{"think_ms", "0"}, {"hold_ms", "0"}}, 0.99, 0),
                   "%1 turns a second, each after waiting %2 for %3 of work.");
    // Readers who never met shared nothing.
    expectSentence(
        answer({{"kind", "ReadWriteLock"}, {"read_percent", "0"}}, 0.5, 1.0),
        "Something: %1 turns a second, each after waiting %2 for %3 of work; it was in use %4 % of the "
        "time.");
    expectSentence(
        answer({{"kind", "ReadWriteLock"}}, 0.99, 2.5),
        "%1 turns a second, each after waiting %2 for %3 of work. Readers share it: %4 were inside at a "
        "time, on average.");
}

TEST(CornerAnswers, BeforeThereIsAnythingEachExperimentSaysSo)
{
    const std::pair<const char*, const char*> first[] = {
        {"deposit", "So far: %1 of %n deposits made, the balance is %2."},
        {"locks", "So far no turn has ended."},
        {"foreign-release", "Main holds the lock, and waits for it."},
        {"deadlock", "No transfer has been made yet."},
        {"philosophers", "So far nobody has eaten."},
        {"terminate", "So far: %n steps, and nobody has asked them to stop."},
        {"countdown", "So far %1 of %n lines."},
        {"futures", "So far %1 done, %2 failed and %3 cancelled, of %4."},
        {"broken-pool", "So far main has %1 of %n results."},
        {"processes", "So far the parent's variable is %1."},
        {"pipe", "No message came back yet."},
        {"gather", "So far %n primes, in %1."},
        {"echo", "So far %1 of %n lines came back."},
        {"titles", "So far the titles of %1 of %n pages."},
        {"blocking-call", "Nothing was called yet."},
    };
    for (const auto& [experiment, sentence] : first) {
        SCOPED_TRACE(experiment);
        const auto configured = configure({.experiment = experiment});
        expectSentence((*configured)->answer((*configured)->findings(), Outcome::running), sentence);
    }
    const auto rlock = configure({.experiment = "foreign-release", .settings = {{"kind", "RLock"}}});
    expectSentence((*rlock)->answer((*rlock)->findings(), Outcome::running),
                   "The stranger has not come yet.");
}

} // namespace
} // namespace threadscape
