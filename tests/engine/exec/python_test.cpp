#include "exec/python.h"

#include "exec/thread.h"
#include "kernels/python_kernels.h"
#include "os/pipe.h"
#include "support/environment.h"
#include "support/eventually.h"
#include "support/test_run.h"
#include "sync/misuse.h"

#include <nlohmann/json.hpp>

#include <array>
#include <cstdlib>
#include <fmt/format.h>
#include <poll.h>
#include <span>

#include <gmock/gmock.h>

namespace threadscape {
namespace {

constexpr const char* kEcho = "import os\n"
                              "with os.fdopen(3) as a, os.fdopen(4, 'w') as b:\n"
                              "    b.write('ready\\n')\n"
                              "    b.flush()\n"
                              "    for line in a:\n"
                              "        b.write(line.upper())\n"
                              "        b.flush()\n";

TEST(Python, AnswersLinesWithLines)
{
    TestRun test;
    test.run([&] {
        auto python = Python::start(test.runtime(), kEcho);
        ASSERT_TRUE(python) << python.error().text.english();
        EXPECT_EQ((*python)->ask("one"), "ONE");
        const std::string large(300'000, 'a');
        EXPECT_EQ((*python)->ask(large), std::string(300'000, 'A'));
    });
    EXPECT_THAT(test.violations(), testing::IsEmpty());
}

TEST(Python, OneThatIsNotThereIsASentence)
{
    TestRun test;
    test.run([&] {
        const Environment nowhere("THREADSCAPE_PYTHON", "/nowhere/python3");
        const auto python = Python::start(test.runtime(), kEcho);
        ASSERT_FALSE(python);
        EXPECT_EQ(python.error().text.english(),
                  "python3 (/nowhere/python3) cannot be started: No such file or directory.");
    });
    EXPECT_THAT(test.violations(), testing::IsEmpty());
}

TEST(Python, OneThatEndsIsASentence)
{
    TestRun test;
    test.run([&] {
        auto python = Python::start(test.runtime(), "import os; os.write(4, b'ready\\n')");
        ASSERT_TRUE(python);
        EXPECT_THROW(for (;;)(*python)->ask("anything"), Misuse);
    });
    EXPECT_THAT(test.violations(), testing::IsEmpty());
}

TEST(Python, OneThatCannotRunTheProgramIsASentence)
{
    TestRun test;
    test.run([&] {
        const auto python = Python::start(test.runtime(), "import no_such_module");
        ASSERT_FALSE(python);
        EXPECT_THAT(python.error().text.english(), testing::HasSubstr("cannot run the program"));
    });
    EXPECT_THAT(test.violations(), testing::IsEmpty());
}

TEST(Python, AStopEndsTheWaitAndThePython)
{
    Runtime runtime(1);
    Actor& main = runtime.addActor("MainThread", "", TrackKind::main);
    std::atomic<bool> asked{false};
    std::thread thread([&] {
        runAs(main, [&] {
            auto python =
                Python::start(runtime, "import os, time; os.write(4, b'ready\\n'); time.sleep(3600)");
            ASSERT_TRUE(python);
            asked = true;
            (*python)->ask("never answered");
            ADD_FAILURE() << "it answered";
        });
    });
    EXPECT_TRUE(eventually([&] { return asked.load(); }));
    runtime.stopAll();
    thread.join();
}

// Whoever still has the other end of the line still runs: it is seen as closed once the Python and all workers of its pool, which
// inherit that end, have ended. Killed at any moment, also between the start of a worker and its first deed.
TEST(PythonKernels, NoWorkerOutlivesItsPython)
{
    constexpr int kRounds = 40;
    constexpr int kCeilingMs = 30'000;
    const auto path = Python::find();
    ASSERT_TRUE(path);
    for (int round = 0; round < kRounds; ++round) {
        auto [theirOrders, orders] = makePipe();
        auto [answers, theirAnswers] = makePipe();
        makeBlocking(theirOrders);
        auto child = ChildProcess::start({.program = *path,
                                          .arguments = {"-I", "-c", std::string(pythonKernels())},
                                          .descriptors = {{theirOrders.get(), 3}, {theirAnswers.get(), 4}},
                                          .lifelineAs = std::nullopt});
        ASSERT_TRUE(child);
        theirOrders.reset();
        theirAnswers.reset();
        const auto ask = [&](const char* how, const char* iterations) {
            const std::string order =
                fmt::format(
                    R"({{"kernel": "integrate", "function": "cos", "from": 0, "to": 1, "iterations": {}, )"
                    R"("jobs": 8, "loops": 1, "how": "{}"}})",
                    iterations, how) +
                '\n';
            EXPECT_EQ(tryWrite(orders.get(), std::as_bytes(std::span(order))), order.size());
        };
        pollfd line{answers.get(), POLLIN, 0};
        ask("sequential", "1"); // Python is up when it answers: from here on the moments are near each other
        ASSERT_EQ(::poll(&line, 1, kCeilingMs), 1);
        std::array<std::byte, 1024> answer{};
        ASSERT_GT(tryRead(answers.get(), answer), 0U);
        ask("processes", "100000000");
        constexpr std::int64_t kLaterNs = 400'000;
        const std::int64_t killNs = monotonicNs() + round * kLaterNs;
        while (monotonicNs() < killNs) {
        }
        (*child)->kill();
        ASSERT_EQ(::poll(&line, 1, kCeilingMs), 1) << "a worker of round " << round << " lives on";
    }
}

TEST(PythonKernels, ComeToTheSameValues)
{
    TestRun test;
    test.run([&] {
        auto python = Python::start(test.runtime(), pythonKernels());
        ASSERT_TRUE(python) << python.error().text.english();
        for (const char* how : {"sequential", "threads", "processes"}) {
            const auto answer = nlohmann::json::parse((*python)->ask(
                std::string(
                    R"({"kernel": "integrate", "function": "cos", "from": 0, "to": 1.5707963267948966, )") +
                R"("iterations": 1000, "jobs": 2, "loops": 2, "how": ")" + how + "\"}"));
            ASSERT_TRUE(answer.contains("values")) << answer;
            EXPECT_NEAR(answer["values"][0].get<double>() + answer["values"][1].get<double>(),
                        1.0007851925466305, 1e-15)
                << how;
            EXPECT_GT(answer["seconds"].get<double>(), 0);
            const auto primes = nlohmann::json::parse((*python)->ask(
                std::string(
                    R"({"kernel": "primes", "numbers": [2, 9, 7, 1, 0, -7], "items": 7, "chunk": 3, )") +
                R"("jobs": 2, "loops": 1, "how": ")" + how + "\"}"));
            EXPECT_EQ(primes["values"].dump(), "[[true,false,true],[false,false,false],[true]]") << how;
        }
        const auto wrong = nlohmann::json::parse((*python)->ask("nonsense"));
        EXPECT_TRUE(wrong.contains("error"));
        EXPECT_TRUE(
            nlohmann::json::parse((*python)->ask(R"({"kernel": "primes", "numbers": [3], "items": 1, )"
                                                 R"("chunk": 1, "jobs": 1, "loops": 1, "how": "threads"})"))
                .contains("values"));
    });
    EXPECT_THAT(test.violations(), testing::IsEmpty());
}

} // namespace
} // namespace threadscape
