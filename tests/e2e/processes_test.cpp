#include "support/run_program.h"

#include <csignal>
#include <cstdlib>
#include <gmock/gmock.h>
#include <map>
#include <nlohmann/json.hpp>
#include <poll.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace threadscape {
namespace {

using nlohmann::json;

/// Processes that may be somebody else's children by the time they are asked for.
class Watched {
public:
    explicit Watched(const std::vector<pid_t>& pids)
    {
        for (const pid_t pid : pids)
            m_descriptors.push_back(static_cast<int>(::syscall(SYS_pidfd_open, pid, 0)));
    }
    ~Watched()
    {
        for (const int descriptor : m_descriptors)
            ::close(descriptor);
    }
    Watched(const Watched&) = delete;
    Watched& operator=(const Watched&) = delete;

    std::size_t running() const
    {
        std::size_t count = 0;
        for (const int descriptor : m_descriptors) {
            pollfd entry{descriptor, POLLIN, 0};
            count += descriptor >= 0 && ::poll(&entry, 1, 0) == 0 ? 1 : 0;
        }
        return count;
    }

private:
    std::vector<int> m_descriptors;
};

TEST(ProcessesRun, AWorkerProgramThatAnswersNothingIsNamed)
{
    for (const char* experiment : {"broken-pool", "processes", "pipe"}) {
        const ProgramResult result =
            runProgram("/usr/bin/env", {"THREADSCAPE_WORKER=/bin/true", THREADSCAPE_BINARY, "run", experiment,
                                        "--seconds", "2"});
        EXPECT_EQ(result.exitCode, 1) << experiment;
        EXPECT_THAT(result.err, testing::HasSubstr("did not answer: /bin/true ended with exit code 0"))
            << experiment;
    }
}

TEST(ProcessesRun, NoWorkerOutlivesAProgramThatIsKilled)
{
    for (const char* experiment : {"broken-pool", "processes", "shared-counter", "pipe"}) {
        std::vector<std::string> arguments{"run", experiment, "--seconds=0"};
        const std::map<std::string, std::vector<std::string>> longer{
            {"broken-pool", {"--set=task_ms=10000", "--set=kill_after_ms=60000"}},
            {"processes", {"--set=interval_ms=5000"}},
            {"shared-counter",
             {"--set=increments=1000000", "--set=protection=condition", "--set=processes=4"}},
            {"pipe", {"--set=rounds=1000000"}}};
        arguments.insert(arguments.end(), longer.at(experiment).begin(), longer.at(experiment).end());
        Program program(THREADSCAPE_BINARY, arguments);
        std::vector<pid_t> workers;
        ASSERT_TRUE(eventually([&] { return !(workers = program.children()).empty(); })) << experiment;
        const Watched watched(workers);
        EXPECT_GT(watched.running(), 0U) << experiment;
        program.signal(SIGKILL);
        program.wait();
        EXPECT_TRUE(eventually([&] { return watched.running() == 0; })) << experiment;
    }
}

TEST(ProcessesRun, WithoutAWorkerOneSentenceAndExitCodeOne)
{
    ::setenv("THREADSCAPE_WORKER", "/nowhere/threadscape-worker", 1);
    for (const char* experiment : {"processes", "shared-counter", "pipe", "broken-pool"}) {
        const ProgramResult result = runProgram(THREADSCAPE_BINARY, {"run", experiment});
        EXPECT_EQ(result.exitCode, 1) << experiment;
        EXPECT_EQ(result.err,
                  "Process-1 was not started: there is no program /nowhere/threadscape-worker. It belongs "
                  "beside threadscape; the environment variable THREADSCAPE_WORKER can name another "
                  "place.\n")
            << experiment;
    }
    ::unsetenv("THREADSCAPE_WORKER");
}

TEST(ProcessesRun, TheResultHasTheTableOfProcesses)
{
    const ProgramResult result = runProgram(
        THREADSCAPE_BINARY, {"run", "processes", "--set=exit=killed", "--set=interval_ms=1", "--json", "-"});
    EXPECT_EQ(result.exitCode, 0) << result.err;
    const json told = json::parse(result.out);
    EXPECT_EQ(told.at("findings").at("exit_codes").at("value"), json({-9, -9, -9}));
    std::size_t processes = 0;
    for (const json& track : told.at("tracks")) {
        if (track.at("kind") != "process")
            continue;
        ++processes;
        EXPECT_EQ(track.at("exit_code"), -9);
        EXPECT_GT(track.at("os_id").get<int>(), 0);
        EXPECT_FALSE(track.at("alive").get<bool>());
        EXPECT_GT(track.at("cpu_s").get<double>(), 0);
    }
    EXPECT_EQ(processes, 3U);
}

} // namespace
} // namespace threadscape
