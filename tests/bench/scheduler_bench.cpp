#include "bench/figures.h"

#include "os/clock.h"
#include "os/perf_switches.h"
#include "schedule/schedule.h"
#include "support/fake_scheduler.h"

#include <atomic>
#include <cstdio>
#include <sched.h>
#include <semaphore>
#include <system_error>
#include <thread>

namespace threadscape::bench {

namespace {

/// Two threads on one core that wake each other: each round is two switches.
void pingPong(int rounds)
{
    const auto stayOnOneCore = [] {
        cpu_set_t one;
        CPU_ZERO(&one);
        CPU_SET(static_cast<std::size_t>(::sched_getcpu()), &one);
        ::sched_setaffinity(0, sizeof one, &one);
    };
    std::binary_semaphore ping(0);
    std::binary_semaphore pong(0);
    std::thread both([&] {
        stayOnOneCore();
        std::thread other([&] { // on the same core as who starts it
            for (int i = 0; i < rounds; ++i) {
                ping.acquire();
                pong.release();
            }
        });
        for (int i = 0; i < rounds; ++i) {
            ping.release();
            pong.acquire();
        }
        other.join();
    });
    both.join();
}

// Records of so many threads that take turns on two cores, as the system would tell of them.
std::vector<SwitchRecord> turns(int records, int threads)
{
    std::vector<SwitchRecord> all;
    for (std::int64_t i = 0; static_cast<int>(all.size()) < records; ++i) {
        const auto osId = static_cast<std::int32_t>(100 + i % threads);
        const auto core = static_cast<std::int16_t>(i % 2);
        all.push_back({i * 1'000, osId, core, SwitchRecord::Kind::on});
        all.push_back({i * 1'000 + 1'900, osId, core, SwitchRecord::Kind::offForced});
    }
    return all;
}

double nsToTakeASwitch()
{
    constexpr int kRecords = 1'000'000;
    constexpr int kThreads = 8;
    auto names = std::make_shared<Catalogue>();
    for (int i = 0; i < kThreads; ++i)
        names->track(names->addTrack("Thread-" + std::to_string(i), "", TrackKind::thread)).osId = 100 + i;
    Trace trace(names);
    FakeScheduler system(SchedulerSource::Kind::perf);
    system.told.switches = turns(kRecords, kThreads);
    system.told.untilNs = system.told.switches.back().atNs;
    const ClockMap clock(ClockAnchor{});
    Schedule schedule(trace, system, clock);
    const std::int64_t fromNs = monotonicNs();
    schedule.drain(true);
    Snapshot snapshot;
    snapshot.nowNs = system.told.untilNs;
    snapshot.lanes.resize(names->tracks());
    schedule.settle(snapshot, snapshot.nowNs, false);
    return static_cast<double>(monotonicNs() - fromNs) / kRecords;
}

} // namespace

void benchScheduler()
{
    limit({.what = "take one switch into the trace", .unit = "ns", .most = 250, .measure = nsToTakeASwitch});
    try {
        PerfSwitches();
    } catch (const std::system_error& error) {
        std::printf("Who runs where is told to nobody here (%s).\n", error.what());
        return;
    }
    constexpr int kRounds = 200'000;
    double lostPerMille = 0;
    double perSecond = 0;
    compare({.what = "a switch between threads, told of",
             .peer = "untold",
             .items = 2.0 * kRounds,
             .ours =
                 [&] {
                     PerfSwitches perf;
                     const std::int64_t fromNs = monotonicNs();
                     pingPong(kRounds);
                     const double seconds = static_cast<double>(monotonicNs() - fromNs) / 1e9;
                     SchedulerSource::Told told;
                     perf.drain(told, true);
                     const auto records = static_cast<double>(told.switches.size());
                     perSecond = std::max(perSecond, records / 2 / seconds);
                     lostPerMille = std::max(lostPerMille, 1e3 * static_cast<double>(told.lost) /
                                                               (records + static_cast<double>(told.lost)));
                 },
             .theirs = [] { pingPong(kRounds); },
             .rounds = 15});
    std::printf("At up to %.0f switches a second, at most %.2f of a thousand were lost.\n", perSecond,
                lostPerMille);
}

} // namespace threadscape::bench
