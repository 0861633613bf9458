#include "bench/figures.h"

#include "exec/pipe.h"
#include "exec/process_pool.h"
#include "lab/worker_list.h"
#include "support/test_run.h"
#include "support/worker_trials.h"

#include <array>
#include <benchmark/benchmark.h>
#include <sys/socket.h>
#include <sys/wait.h>

namespace threadscape::bench {

namespace {

constexpr int kTrips = 500;

/// A child that sends back what comes over a plain socket pair. Forked before this program has threads of its own.
class BareEcho {
public:
    BareEcho()
    {
        std::array<int, 2> ends{};
        if (::socketpair(AF_UNIX, SOCK_STREAM, 0, ends.data()) != 0)
            std::abort();
        m_child = ::fork();
        if (m_child == 0) {
            ::close(ends[0]);
            std::array<char, 64> message{};
            while (::read(ends[1], message.data(), message.size()) > 0)
                if (::write(ends[1], message.data(), message.size()) < 0)
                    break;
            ::_exit(0);
        }
        ::close(ends[1]);
        m_line = ends[0];
    }
    ~BareEcho()
    {
        ::close(m_line);
        ::waitpid(m_child, nullptr, 0);
    }
    BareEcho(const BareEcho&) = delete;
    BareEcho& operator=(const BareEcho&) = delete;

    void trip() const
    {
        std::array<char, 64> message{};
        if (::write(m_line, message.data(), message.size()) < 0 ||
            ::read(m_line, message.data(), message.size()) <= 0)
            std::abort();
    }

private:
    int m_line = -1;
    pid_t m_child = -1;
};

void benchTrips(TestRun& test, const BareEcho& bare)
{
    const auto theirs = [&] {
        for (int i = 0; i < kTrips; ++i)
            bare.trip();
    };
    Pipe pipe(test.runtime(), "Pipe", PipeVia::pipe);
    auto echo = Process::start(test.runtime().recorder(), "Echo", kEchoTask, packArguments(std::uint32_t{0}),
                               {.hand = {pipe.second.handout()}});
    if (!echo)
        std::abort();
    pipe.second.close();
    const std::array<std::byte, 64> message{};
    compare({.what = "pipe, 64 bytes there and back",
             .peer = "bare socketpair",
             .goal = 1.6,
             .items = kTrips,
             .ours =
                 [&] {
                     for (int i = 0; i < kTrips; ++i) {
                         pipe.first.send(message);
                         benchmark::DoNotOptimize(pipe.first.receive());
                     }
                 },
             .theirs = theirs});
    pipe.first.close();
    (*echo)->join();

    ProcessPool pool(test.runtime(), {.group = "Workers", .prefix = "Process"}, 1);
    compare({.what = "process pool, a task there and back",
             .peer = "bare socketpair",
             .goal = 1.6,
             .items = kTrips,
             .ours =
                 [&] {
                     for (std::int64_t i = 0; i < kTrips; ++i)
                         benchmark::DoNotOptimize(
                             pool.submit<std::int64_t>(kTrialAdd, packArguments(i, i)).get());
                 },
             .theirs = theirs});
}

void benchBatches(TestRun& test)
{
    constexpr std::int64_t kCalls = 20'000;
    ProcessPool pool(test.runtime(), {.group = "Workers", .prefix = "Process"}, 2);
    const auto usOfEach = [&](std::size_t chunk) {
        std::vector<std::vector<std::byte>> inputs;
        for (std::int64_t i = 0; i < kCalls; ++i)
            inputs.push_back(packArguments(i, i));
        const std::int64_t from = monotonicNs();
        pool.map<std::int64_t>(kTrialAdd, std::move(inputs), chunk).results();
        return static_cast<double>(monotonicNs() - from) / kCalls * 1e-3;
    };
    limit({.what = "process pool, tasks in chunks of 64", .unit = "us each", .most = 5, .measure = [&] {
               return usOfEach(64);
           }});
    limit({.what = "process pool, single tasks of a map", .unit = "us each", .most = 5, .measure = [&] {
               return usOfEach(1);
           }});
}

} // namespace

void benchProcesses()
{
    const BareEcho bare;
    TestRun test;
    test.run([&] {
        benchTrips(test, bare);
        benchBatches(test);
    });
}

} // namespace threadscape::bench
