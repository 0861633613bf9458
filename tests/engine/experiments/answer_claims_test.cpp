// What answers claim of the findings holds, whatever is set and whenever a run is stopped.
#include "lab/run/live_run.h"
#include "lab/run/registry.h"
#include "support/drained_run.h"
#include "support/random_request.h"

#include <cstdlib>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <iostream>

namespace threadscape {
namespace {

using std::chrono::milliseconds;
using ::testing::IsEmpty;

/// Experiments of which each answer claims something. One that is not here may claim nothing.
constexpr std::array kClaiming{"countdown", "terminate",     "deposit",   "locks",  "foreign-release",
                               "deadlock",  "philosophers",  "futures",   "gather", "echo",
                               "titles",    "blocking-call", "processes", "pipe",   "broken-pool"};

bool mustClaim(std::string_view experiment)
{
    return std::ranges::find(kClaiming, experiment) != kClaiming.end();
}

bool isLong()
{
    const char* const wanted = std::getenv("THREADSCAPE_LONG"); // tests/run --long
    return wanted != nullptr && std::string_view(wanted) == "1";
}

/// The same in every short run; THREADSCAPE_SEED repeats a long one.
std::mt19937::result_type chosenSeed()
{
    if (const char* const given = std::getenv("THREADSCAPE_SEED"))
        return static_cast<std::mt19937::result_type>(std::strtoul(given, nullptr, 10));
    return isLong() ? std::random_device{}() : 1;
}

/// Checks what the run says now. Of a failed one the reason is the answer.
void tryClaims(const LiveRun& run)
{
    const Outcome outcome = run.outcome(); // before the findings: it may end between the two
    const Findings found = run.findings();
    ASSERT_NE(outcome, Outcome::failed) << run.answer().english();
    const Answer answer = run.experiment().answer(found, outcome);
    const std::string sentence = std::string(outcomeName(outcome)) + ": " + answer.sentence().english();
    EXPECT_FALSE(answer.sentence().empty()) << sentence;
    EXPECT_THAT(answer.broken(), IsEmpty()) << sentence;
    if (mustClaim(run.experiment().id())) {
        EXPECT_GT(answer.claims(), 0) << sentence;
    }
}

/// Runs until the end or for `stopAfter`, with a look at what it says every now and then.
void runAndTry(const RunRequest& request, std::optional<milliseconds> stopAfter, milliseconds betweenLooks)
{
    SCOPED_TRACE(inWords(request) +
                 (stopAfter ? ", stopped after " + std::to_string(stopAfter->count()) + " ms" : ""));
    auto run = LiveRun::start(request);
    ASSERT_TRUE(run) << run.error().text.english();
    constexpr milliseconds kCeiling(60'000);
    for (milliseconds passed(0); passed < stopAfter.value_or(kCeiling); passed += betweenLooks) {
        tryClaims(**run);
        if ((*run)->waitFor(betweenLooks))
            break;
    }
    if (stopAfter)
        (*run)->stop();
    ASSERT_TRUE((*run)->waitFor(kCeiling)) << "it does not end";
    tryClaims(**run);
}

std::vector<std::string> everyId()
{
    std::vector<std::string> ids;
    for (const RegisteredExperiment& registered : registeredExperiments())
        ids.emplace_back(registered.id);
    return ids;
}

class AnswerClaims : public ::testing::TestWithParam<std::string> {};
INSTANTIATE_TEST_SUITE_P(, AnswerClaims, ::testing::ValuesIn(everyId()), [](const auto& id) {
    std::string name = id.param;
    std::ranges::replace(name, '-', '_');
    return name;
});

TEST_P(AnswerClaims, HoldAtTheDefaults)
{
    constexpr double kHurried = 50;
    runAndTry({.experiment = GetParam(), .seconds = kQuickRunSeconds, .speed = kHurried}, std::nullopt,
              milliseconds(50));
}

TEST_P(AnswerClaims, HoldAtRandomSettingsWheneverItIsStopped)
{
    const auto from = chosenSeed();
    std::mt19937 random(from);
    if (isLong())
        std::cout << "seed " << from << std::endl;
    const auto upTo = [&](int ms) { return milliseconds(random() % static_cast<unsigned>(ms + 1)); };
    const int rounds = isLong() ? 20 : 1;
    for (int i = 0; i < rounds && !::testing::Test::HasFailure(); ++i) {
        const milliseconds between = milliseconds(5) + upTo(40);
        runAndTry(quickRequest(GetParam(), random), std::nullopt, between);
        runAndTry(lastingRequest(GetParam(), random), milliseconds(0), between); // at once
        runAndTry(lastingRequest(GetParam(), random), upTo(60), between);
        runAndTry(quickRequest(GetParam(), random), upTo(120), between);
    }
}

} // namespace
} // namespace threadscape
