#include "lab/run/live_run.h"
#include "lab/run/registry.h"
#include "support/drained_run.h"
#include "support/random_request.h"
#include "support/transitions.h"

#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <random>

namespace threadscape {
namespace {

std::size_t entriesOf(const char* folder)
{
    std::size_t count = 0;
    for ([[maybe_unused]] const auto& entry : std::filesystem::directory_iterator(folder))
        ++count;
    return count;
}

std::size_t residentKb()
{
    std::ifstream status("/proc/self/status");
    std::string line;
    while (std::getline(status, line))
        if (line.starts_with("VmRSS:"))
            return std::stoul(line.substr(6));
    return 0;
}

TEST(StartStop, TwoHundredRunsStoppedAtRandomMomentsLeaveNothingBehind)
{
    // What the first process starts stays for the next ones.
    DrainedRun().start(kTrialExit, packArguments(std::int32_t{0}))->join();
    std::mt19937 random(20);
    const auto experiments = makeExperiments();
    std::size_t threads = 0;
    std::size_t descriptors = 0;
    std::size_t memoryKb = 0;
    constexpr int kWarmUp = 20;
    constexpr int kRuns = 200;
    for (int i = 0; i < kWarmUp + kRuns; ++i) {
        if (i == kWarmUp) {
            threads = entriesOf("/proc/self/task");
            descriptors = entriesOf("/proc/self/fd");
            memoryKb = residentKb();
        }
        const Experiment& experiment = *experiments[static_cast<std::size_t>(i) % experiments.size()];
        auto run = LiveRun::start(lastingRequest(experiment.id(), random));
        ASSERT_TRUE(run) << run.error().text.english();
        (*run)->waitFor(std::chrono::milliseconds(random() % 20));
        (*run)->stop();
        ASSERT_TRUE((*run)->waitFor(std::chrono::seconds(10))) << experiment.id() << " does not stop";
        ASSERT_NE((*run)->outcome(), Outcome::failed) << (*run)->answer().english();
        const auto violations = validate(*(*run)->trace());
        ASSERT_TRUE(violations.empty()) << experiment.id() << ": " << violations.front();
    }
    EXPECT_EQ(entriesOf("/proc/self/task"), threads);
    EXPECT_EQ(entriesOf("/proc/self/fd"), descriptors);
#if !defined(__SANITIZE_THREAD__) && !defined(__SANITIZE_ADDRESS__) // those keep freed memory
    EXPECT_LT(residentKb(), memoryKb + 65536);
#else
    (void)memoryKb;
#endif
}

} // namespace
} // namespace threadscape
