#include "bench/figures.h"

#include "exec/thread.h"
#include "support/test_run.h"
#include "sync/lock.h"

#include <benchmark/benchmark.h>
#include <ctime>
#include <list>
#include <mutex>
#include <thread>

namespace threadscape::bench {

namespace {

void readClock()
{
    timespec t{};
    clock_gettime(CLOCK_MONOTONIC, &t);
    benchmark::DoNotOptimize(t);
}

// What a program does that wants to know how long it held a lock.
void theirs(std::mutex& mutex, int times)
{
    for (int i = 0; i < times; ++i) {
        const std::lock_guard held(mutex);
        readClock();
        readClock();
    }
}

void contended(int threads)
{
    constexpr int kTimes = 200'000;
    const int each = kTimes / threads;
    compare({.what = "Lock, " + std::to_string(threads) + " threads, recorded",
             .peer = "std::mutex and two clock_gettime",
             .goal = 1.0,
             .goalIsThroughput = true,
             .items = static_cast<double>(each) * threads,
             .ours =
                 [&] {
                     TestRun run;
                     run.run([&] {
                         Lock lock(run.runtime(), "L");
                         std::list<Thread> all;
                         for (int t = 0; t < threads; ++t)
                             all.emplace_back(run.runtime(), "T", [&] {
                                 for (int i = 0; i < each; ++i)
                                     const std::lock_guard held(lock);
                             });
                         for (Thread& thread : all)
                             thread.join();
                     });
                 },
             .theirs =
                 [&] {
                     std::mutex mutex;
                     std::list<std::jthread> all;
                     for (int t = 0; t < threads; ++t)
                         all.emplace_back([&] { theirs(mutex, each); });
                 }});
}

} // namespace

void benchLocks()
{
    constexpr int kTimes = 200'000;
    TestRun run;
    run.run([&] {
        Lock lock(run.runtime(), "L");
        std::mutex mutex;
        compare({.what = "Lock, uncontended, recorded",
                 .peer = "std::mutex and two clock_gettime",
                 .goal = 0.5,
                 .items = kTimes,
                 .ours =
                     [&] {
                         for (int i = 0; i < kTimes; ++i)
                             const std::lock_guard held(lock);
                     },
                 .theirs = [&] { theirs(mutex, kTimes); }});
    });
    contended(2);
    contended(8);
}

} // namespace threadscape::bench
