#include "bench/figures.h"

#include "exec/thread.h"
#include "lab/run/live_run.h"
#include "lab/run/registry.h"
#include "support/test_run.h"
#include "sync/condition.h"
#include "sync/lock.h"

#include <algorithm>
#include <list>
#include <stdexcept>
#include <vector>

namespace threadscape::bench {

namespace {

// From the stop to the last thread's end, with 64 parked threads beside two that calculate.
double stopOf64()
{
    TestRun run;
    std::int64_t from = 0;
    std::int64_t to = 0;
    run.run([&] {
        Lock lock(run.runtime(), "L");
        Condition never(run.runtime(), "C", lock);
        std::list<Thread> all;
        for (int t = 0; t < 2; ++t)
            all.emplace_back(run.runtime(), "Busy", [] {
                for (;;)
                    checkpoint();
            });
        for (int t = 0; t < 64; ++t) {
            Thread& thread = all.emplace_back(run.runtime(), "Parked", [&] {
                lock.lock();
                never.wait();
            });
            run.comesToWait(thread.track(), State::condition);
        }
        from = monotonicNs();
        for (Thread& thread : all)
            thread.stop();
        for (Thread& thread : all)
            thread.join();
        to = monotonicNs();
    });
    return static_cast<double>(to - from) * 1e-6;
}

double stopOf(const std::string& experiment)
{
    auto run = LiveRun::start({.experiment = experiment, .seconds = 0.0});
    if (!run)
        return 0;
    (*run)->waitFor(std::chrono::milliseconds(300));
    (*run)->stop();
    (*run)->waitFor(std::chrono::seconds(10));
    return (*run)->result().stopLatencyS * 1e3;
}

double stopOfOpenConnections()
{
    auto run = LiveRun::start(
        {.experiment = "echo", .settings = {{"clients", "1000"}, {"lines", "100000"}}, .seconds = 0.0});
    if (!run || !eventually([&] { return (*run)->findings().integer("connections") == 1000; }))
        throw std::runtime_error("1,000 clients did not connect");
    (*run)->stop();
    (*run)->waitFor(std::chrono::seconds(10));
    return (*run)->result().stopLatencyS * 1e3;
}

} // namespace

void benchStop()
{
    limit(
        {.what = "stop 64 parked threads beside 2 busy ones", .unit = "ms", .most = 25, .measure = stopOf64});
    limit({.what = "stop echo, 1,000 connections open",
           .unit = "ms",
           .most = 100,
           .measure = stopOfOpenConnections});
    for (const auto& experiment : makeExperiments())
        limit({.what = "stop " + experiment->id(),
               .unit = "ms",
               .most = 100,
               .measure = [&] { return stopOf(experiment->id()); },
               .rounds = 5});
}

} // namespace threadscape::bench
