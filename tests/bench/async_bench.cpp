#include "bench/figures.h"

#include "async/gather.h"
#include "async/yield.h"
#include "support/test_run.h"

#include <benchmark/benchmark.h>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <vector>

namespace threadscape::bench {

namespace {

// Of ours each has a lane of its own, of which a run has 65,000.
constexpr int kGathered = 500;

Task<int> goOn(EventLoop& loop, int times)
{
    for (int i = 0; i < times; ++i)
        co_await Yield(loop);
    co_return times;
}

Task<int> gatherOurs(EventLoop& loop, int times)
{
    std::vector<TaskHandle<int>> tasks;
    tasks.reserve(kGathered);
    for (int i = 0; i < kGathered; ++i)
        tasks.push_back(loop.create("Task", goOn(loop, times)));
    int sum = 0;
    for (const int each : co_await gather(loop, std::move(tasks)))
        sum += each;
    co_return sum;
}

boost::asio::awaitable<int> goOnPlainly(int times)
{
    for (int i = 0; i < times; ++i)
        co_await boost::asio::post(boost::asio::use_awaitable);
    co_return times;
}

int gatherPlainly(int times)
{
    boost::asio::io_context context(BOOST_ASIO_CONCURRENCY_HINT_UNSAFE); // one thread, as ours
    int sum = 0;
    for (int i = 0; i < kGathered; ++i)
        boost::asio::co_spawn(context, goOnPlainly(times),
                              [&](const std::exception_ptr&, int each) { sum += each; });
    context.run();
    return sum;
}

} // namespace

void benchAsync()
{
    TestRun run;
    run.run([&] {
        for (const int times : {0, 10, 200})
            compare({.what = "gather, " + std::to_string(kGathered) + " tasks that go on " +
                             std::to_string(times) + " times, recorded",
                     .peer = "asio::co_spawn, post",
                     .goal = 0.9,
                     .goalIsThroughput = true,
                     .items = kGathered * (times + 1.0),
                     .ours =
                         [&] {
                             EventLoop loop(run.runtime(), "Event loop");
                             benchmark::DoNotOptimize(loop.run("main", gatherOurs(loop, times)));
                         },
                     .theirs = [&] { benchmark::DoNotOptimize(gatherPlainly(times)); }});
    });
}

} // namespace threadscape::bench
