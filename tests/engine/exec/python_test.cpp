#include "exec/python.h"

#include "exec/thread.h"
#include "kernels/python_kernels.h"
#include "support/eventually.h"
#include "support/test_run.h"
#include "sync/misuse.h"

#include <nlohmann/json.hpp>

#include <cstdlib>

#include <gmock/gmock.h>

namespace threadscape {
namespace {

/// The environment as it was, afterwards.
class PythonAt {
public:
    explicit PythonAt(const char* path) { ::setenv("THREADSCAPE_PYTHON", path, 1); }
    ~PythonAt() { ::unsetenv("THREADSCAPE_PYTHON"); }
    PythonAt(const PythonAt&) = delete;
    PythonAt& operator=(const PythonAt&) = delete;
};

constexpr const char* kEcho = "import os\n"
                              "with os.fdopen(3) as a, os.fdopen(4, 'w') as b:\n"
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
        const PythonAt nowhere("/nowhere/python3");
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
        auto python = Python::start(test.runtime(), "import sys; sys.exit(0)");
        ASSERT_TRUE(python);
        EXPECT_THROW(for (;;)(*python)->ask("anything"), Misuse);
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
            auto python = Python::start(runtime, "import time; time.sleep(3600)");
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
