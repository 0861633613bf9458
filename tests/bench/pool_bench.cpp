#include "bench/figures.h"

#include "exec/thread_pool.h"
#include "support/test_run.h"

#include <QThreadPool>
#include <QtConcurrent>
#include <benchmark/benchmark.h>
#include <boost/asio/post.hpp>
#include <boost/asio/thread_pool.hpp>
#include <future>
#include <vector>

namespace threadscape::bench {

namespace {

constexpr int kTasks = 20'000;
constexpr int kWorkers = 2;

void spinFor(std::int64_t ns)
{
    if (ns == 0)
        return;
    const Ticks until = ticksNow() + static_cast<Ticks>(static_cast<double>(ns) * ticksPerNs());
    while (ticksNow() < until) {
    }
}

void asio(boost::asio::thread_pool& pool, std::int64_t taskNs)
{
    std::vector<std::future<int>> futures;
    futures.reserve(kTasks);
    for (int i = 0; i < kTasks; ++i) {
        std::packaged_task<int()> task([=] {
            spinFor(taskNs);
            return i;
        });
        futures.push_back(task.get_future());
        boost::asio::post(pool, std::move(task));
    }
    for (auto& future : futures)
        benchmark::DoNotOptimize(future.get());
}

void qtConcurrent(QThreadPool& pool, std::int64_t taskNs)
{
    std::vector<QFuture<int>> futures;
    futures.reserve(kTasks);
    for (int i = 0; i < kTasks; ++i)
        futures.push_back(QtConcurrent::run(&pool, [=] {
            spinFor(taskNs);
            return i;
        }));
    for (auto& future : futures)
        benchmark::DoNotOptimize(future.result());
}

void qtStart(QThreadPool& pool, std::int64_t taskNs)
{
    for (int i = 0; i < kTasks; ++i)
        pool.start([=] { spinFor(taskNs); });
    pool.waitForDone();
}

void ours(ThreadPool& pool, std::int64_t taskNs)
{
    std::vector<Future<int>> futures;
    futures.reserve(kTasks);
    for (int i = 0; i < kTasks; ++i)
        futures.push_back(pool.submit([=] {
            spinFor(taskNs);
            return i;
        }));
    for (auto& future : futures)
        benchmark::DoNotOptimize(future.get());
}

} // namespace

void benchPools()
{
    boost::asio::thread_pool asioPool(kWorkers);
    QThreadPool qtPool;
    qtPool.setMaxThreadCount(kWorkers);
    TestRun run;
    run.run([&] {
        ThreadPool pool(run.runtime(), {"Workers", "Worker"}, kWorkers);
        for (const std::int64_t taskNs : {0, 1'000}) {
            const std::string what =
                taskNs == 0 ? "pool, empty tasks, recorded" : "pool, tasks of 1 us, recorded";
            const double goal = taskNs == 0 ? 2.0 : 1.1;
            const auto against = [&](const char* peer, std::function<void()> theirs, double wanted) {
                compare({.what = what,
                         .peer = peer,
                         .goal = wanted,
                         .goalIsThroughput = true,
                         .items = kTasks,
                         .ours = [&] { ours(pool, taskNs); },
                         .theirs = std::move(theirs)});
            };
            against(
                "asio::thread_pool, packaged_task", [&] { asio(asioPool, taskNs); }, goal);
            against(
                "QtConcurrent::run", [&] { qtConcurrent(qtPool, taskNs); }, goal);
            against(
                "QThreadPool::start, no futures", [&] { qtStart(qtPool, taskNs); }, 0);
        }
    });
    asioPool.join();
}

} // namespace threadscape::bench
