#include "os/scheduler_source.h"

#include "os/child_process.h"
#include "os/clock.h"
#include "os/cpu_clocks.h"
#include "os/cpu_time.h"
#include "os/machine.h"
#include "os/perf_switches.h"
#include "os/spawner.h"
#include "support/eventually.h"

#include <algorithm>
#include <atomic>
#include <cstdlib>
#include <gtest/gtest.h>
#include <map>
#include <sched.h>
#include <semaphore>
#include <system_error>
#include <thread>

namespace threadscape {
namespace {

std::unique_ptr<PerfSwitches> openPerf()
{
    try {
        return std::make_unique<PerfSwitches>();
    } catch (const std::system_error&) {
        return nullptr;
    }
}

#define SKIP_WHERE_REFUSED(perf)                                                                             \
    if (!(perf))                                                                                             \
    GTEST_SKIP() << "this system tells nobody who runs where"

std::vector<SwitchRecord> drainAll(SchedulerSource& source)
{
    SchedulerSource::Told told;
    source.drain(told, true);
    EXPECT_EQ(told.lost, 0U);
    return told.switches;
}

TEST(PerfSwitches, TellsOfAThreadThatIsStartedLater)
{
    const auto perf = openPerf();
    SKIP_WHERE_REFUSED(perf);
    const std::int64_t beforeNs = monotonicNs();
    std::atomic<std::int32_t> osId{0};
    std::binary_semaphore mayGoOn(0);
    std::thread thread([&] {
        osId = threadOsId();
        mayGoOn.acquire();
    });
    std::vector<SwitchRecord> all;
    const auto waits = [&] {
        for (const SwitchRecord& record : drainAll(*perf))
            all.push_back(record);
        return std::ranges::any_of(all, [&](const SwitchRecord& record) {
            return record.kind == SwitchRecord::Kind::offWaits && record.osId != threadOsId() &&
                   record.osId == osId;
        });
    };
    EXPECT_TRUE(eventually(waits));
    mayGoOn.release();
    thread.join();
    for (const SwitchRecord& record : drainAll(*perf))
        all.push_back(record);
    const std::vector<int> cores = usableCores();
    std::int64_t lastNs = beforeNs;
    bool on = false;
    int count = 0;
    for (const SwitchRecord& record : all) {
        if (record.osId != osId)
            continue;
        ++count;
        EXPECT_GE(record.atNs, lastNs);
        EXPECT_TRUE(std::ranges::find(cores, int{record.core}) != cores.end());
        EXPECT_EQ(record.kind == SwitchRecord::Kind::on, !on) << "on and off take turns";
        on = record.kind == SwitchRecord::Kind::on;
        lastNs = record.atNs;
    }
    EXPECT_GE(count, 3); // its last one may come after it was joined
    EXPECT_LE(lastNs, monotonicNs());
}

TEST(PerfSwitches, TellsOfProcessesThatAreSpawned)
{
    const auto perf = openPerf();
    SKIP_WHERE_REFUSED(perf);
    auto child = ChildProcess::start({.program = "/bin/true"});
    ASSERT_TRUE(child);
    (*child)->wait();
    const auto records = drainAll(*perf);
    EXPECT_TRUE(std::ranges::any_of(
        records, [&](const SwitchRecord& record) { return record.osId == (*child)->pid(); }));
}

TEST(PerfSwitches, TheRingsAreEmptiedWhileNobodyDrains)
{
    const auto perf = openPerf();
    SKIP_WHERE_REFUSED(perf);
    // Two threads on one core that wake each other: each round is two switches, told of by four records.
    constexpr int kRounds = 50'000;
    constexpr std::size_t kRingHolds = (std::size_t{1} << 20U) / 24;
    const auto pingPong = [] {
        cpu_set_t one;
        CPU_ZERO(&one);
        CPU_SET(static_cast<std::size_t>(usableCores().front()), &one);
        ASSERT_EQ(::sched_setaffinity(0, sizeof one, &one), 0);
        std::binary_semaphore ping(0);
        std::binary_semaphore pong(0);
        std::thread other([&] {
            for (int i = 0; i < kRounds; ++i) {
                ping.acquire();
                pong.release();
            }
        });
        for (int i = 0; i < kRounds; ++i) {
            ping.release();
            pong.acquire();
        }
        other.join();
    };
    // How many are lost depends on when the reader gets a core; that it reads does not.
    EXPECT_TRUE(eventually([&] {
        std::thread(pingPong).join();
        SchedulerSource::Told told;
        perf->drain(told, true);
        EXPECT_TRUE(std::ranges::is_sorted(told.switches, {}, &SwitchRecord::atNs));
        return told.switches.size() > kRingHolds;
    }));
}

// The cores' rings are read one after the other: while the reader has no core, a thread may leave one whose ring has been read
// for one whose ring has not.
TEST(PerfSwitches, OnAndOffOfAThreadTakeTurnsOverManyDrains)
{
    const auto perf = openPerf();
    SKIP_WHERE_REFUSED(perf);
    constexpr std::size_t kEnough = 50'000;
    const std::vector<int> cores = usableCores();
    std::atomic<bool> done{false};
    std::vector<std::thread> wanderers;
    for (std::size_t w = 0; w <= cores.size(); ++w)
        wanderers.emplace_back([&, w] {
            for (std::size_t at = w; !done; ++at) {
                cpu_set_t one;
                CPU_ZERO(&one);
                CPU_SET(static_cast<std::size_t>(cores[at % cores.size()]), &one);
                ASSERT_EQ(::sched_setaffinity(0, sizeof one, &one), 0);
            }
        });
    std::map<std::int32_t, SwitchRecord::Kind> last;
    std::uint64_t lost = 0;
    int broken = 0;
    for (std::size_t records = 0; records < kEnough;) {
        SchedulerSource::Told told;
        perf->drain(told, false);
        records += told.switches.size();
        lost += told.lost;
        for (const SwitchRecord& record : told.switches) {
            const auto [before, isFirst] = last.try_emplace(record.osId, record.kind);
            const bool wasOn = before->second == SwitchRecord::Kind::on;
            broken += !isFirst && wasOn == (record.kind == SwitchRecord::Kind::on) ? 1 : 0;
            before->second = record.kind;
        }
    }
    done = true;
    for (std::thread& wanderer : wanderers)
        wanderer.join();
    if (lost == 0) {
        EXPECT_EQ(broken, 0);
    }
}

TEST(CpuClocks, ReadsWhoIsWatched)
{
    CpuClocks clocks;
    std::atomic<bool> done{false};
    std::atomic<std::int32_t> osId{0};
    std::thread busy([&] {
        osId = threadOsId();
        while (!done) {
        }
    });
    EXPECT_TRUE(eventually([&] { return osId != 0; }));
    clocks.watch({{osId, false}});
    std::vector<CpuSample> samples;
    const auto several = [&] {
        SchedulerSource::Told told;
        clocks.drain(told, false);
        samples.insert(samples.end(), told.samples.begin(), told.samples.end());
        return samples.size() >= 5;
    };
    EXPECT_TRUE(eventually(several));
    done = true;
    busy.join();
    for (std::size_t i = 1; i < samples.size(); ++i) {
        EXPECT_EQ(samples[i].osId, osId);
        EXPECT_GT(samples[i].atNs, samples[i - 1].atNs);
        EXPECT_GE(samples[i].cpuNs, samples[i - 1].cpuNs);
    }
    EXPECT_GT(samples.back().cpuNs, samples.front().cpuNs);
}

TEST(CpuClocks, ForgetsWhoHasEnded)
{
    EXPECT_EQ(processCpuNsOf(0x7FFFFFFF), -1);
    std::int32_t osId = 0;
    std::thread([&] { osId = threadOsId(); }).join();
    // Joined, it may still be on its way out in the system.
    EXPECT_TRUE(eventually([&] { return threadCpuNsOf(osId) == -1; }));
    EXPECT_GT(threadCpuNsOf(threadOsId()), 0);
}

TEST(SchedulerSource, CanBeChosenByTheEnvironment)
{
    ::setenv("THREADSCAPE_SCHEDULER", "clocks", 1);
    const OpenedScheduler clocks = openScheduler();
    ASSERT_TRUE(clocks.source);
    EXPECT_EQ(clocks.source->kind(), SchedulerSource::Kind::clocks);
    EXPECT_TRUE(clocks.refusal.empty()); // nobody refused
    ::setenv("THREADSCAPE_SCHEDULER", "none", 1);
    EXPECT_FALSE(openScheduler().source);
    ::unsetenv("THREADSCAPE_SCHEDULER");
    EXPECT_TRUE(openScheduler().source);
}

} // namespace
} // namespace threadscape
