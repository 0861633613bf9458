#include "os/child_process.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <poll.h>
#include <set>
#include <sys/stat.h>
#include <sys/wait.h>
#include <thread>

namespace threadscape {
namespace {

using namespace std::chrono_literals;

constexpr auto kPatience = 30s;

struct Pipe {
    Pipe()
    {
        std::array<int, 2> ends{};
        EXPECT_EQ(::pipe2(ends.data(), O_CLOEXEC), 0);
        read.reset(ends[0]);
        write.reset(ends[1]);
    }
    // All that is written until the last writer closes.
    std::string rest()
    {
        write.reset();
        std::string text;
        std::array<char, 4096> part{};
        for (ssize_t n = 0; (n = ::read(read.get(), part.data(), part.size())) > 0;)
            text.append(part.data(), static_cast<std::size_t>(n));
        return text;
    }
    Descriptor read;
    Descriptor write;
};

ChildProcess::Options shell(std::string script, std::vector<ChildProcess::Pass> descriptors = {})
{
    return {.program = "/bin/sh",
            .arguments = {"-c", std::move(script)},
            .descriptors = std::move(descriptors),
            .lifelineAs = std::nullopt};
}

std::string outputOf(ChildProcess::Options options)
{
    Pipe pipe;
    options.descriptors.push_back({pipe.write.get(), STDOUT_FILENO});
    auto child = ChildProcess::start(options);
    EXPECT_TRUE(child);
    std::string text = pipe.rest();
    EXPECT_EQ((*child)->wait().code, 0);
    return text;
}

bool hasChildren()
{
    siginfo_t info{};
    return ::waitid(P_ALL, 0, &info, WEXITED | WNOHANG | WNOWAIT) == 0 || errno != ECHILD;
}

TEST(ChildProcess, TellsTheExitCode)
{
    auto child = ChildProcess::start(shell("exit 7"));
    ASSERT_TRUE(child) << child.error().message();
    EXPECT_EQ((*child)->wait().code, 7);
    EXPECT_EQ((*child)->wait().code, 7) << "again";
    EXPECT_EQ((*child)->end()->code, 7);
}

TEST(ChildProcess, RunsUntilItIsKilled)
{
    const Pipe pipe;
    auto child = ChildProcess::start(shell("read line <&3", {{pipe.read.get(), 3}}));
    ASSERT_TRUE(child);
    EXPECT_FALSE((*child)->end());
    EXPECT_FALSE((*child)->waitFor(0ms));
    (*child)->kill();
    const auto end = (*child)->waitFor(kPatience);
    ASSERT_TRUE(end);
    EXPECT_EQ(end->code, -SIGKILL);
    (*child)->kill(); // nothing
}

TEST(ChildProcess, CanBeAskedToEnd)
{
    const Pipe pipe;
    auto child = ChildProcess::start(shell("read line <&3", {{pipe.read.get(), 3}}));
    ASSERT_TRUE(child);
    (*child)->terminate();
    EXPECT_EQ((*child)->wait().code, -SIGTERM);
}

TEST(ChildProcess, ItsDescriptorIsReadableOnceItHasEnded)
{
    const Pipe pipe;
    auto child = ChildProcess::start(shell("read line <&3", {{pipe.read.get(), 3}}));
    ASSERT_TRUE(child);
    pollfd entry{(*child)->descriptor(), POLLIN, 0};
    EXPECT_EQ(::poll(&entry, 1, 0), 0);
    (*child)->kill();
    EXPECT_EQ(::poll(&entry, 1, -1), 1);
    (*child)->wait();
    EXPECT_EQ(::poll(&entry, 1, 0), 1) << "also after it was waited for";
}

TEST(ChildProcess, AMissingProgramIsAnError)
{
    const auto child = ChildProcess::start(
        {.program = "/nowhere/at/all", .arguments = {}, .descriptors = {}, .lifelineAs = std::nullopt});
    ASSERT_FALSE(child);
    EXPECT_EQ(child.error(), std::errc::no_such_file_or_directory);
    EXPECT_FALSE(hasChildren());
}

TEST(ChildProcess, AFileThatIsNoProgramIsAnError)
{
    const std::string path = testing::TempDir() + "not_a_program_" + std::to_string(::getpid());
    std::ofstream(path) << "text";
    const auto start = [&] {
        return ChildProcess::start(
            {.program = path, .arguments = {}, .descriptors = {}, .lifelineAs = std::nullopt});
    };
    auto child = start();
    ASSERT_FALSE(child);
    EXPECT_EQ(child.error(), std::errc::permission_denied);
    ASSERT_EQ(::chmod(path.c_str(), 0755), 0);
    child = start();
    ASSERT_FALSE(child);
    EXPECT_EQ(child.error(), std::errc::executable_format_error);
    ::unlink(path.c_str());
}

TEST(ChildProcess, HasTheNamedDescriptorsAndNoOthers)
{
    const Descriptor leaky(::open("/dev/null", O_RDONLY)); // NOLINT(android-cloexec-open): on purpose
    const Descriptor leakyHigh(::fcntl(leaky.get(), F_DUPFD, 40));
    const Pipe pipe;
    // The shell itself may open one more (10 and up) for its script's own use.
    const std::string listed =
        outputOf(shell("for f in 0 1 2 3 4 5 6 7 8 9 40; do [ -e /proc/$$/fd/$f ] && echo $f; done; true",
                       {{pipe.read.get(), 7}}));
    EXPECT_EQ(listed, "0\n1\n2\n7\n");
}

TEST(ChildProcess, DescriptorsMayChangePlaces)
{
    Pipe a;
    Pipe b;
    auto child = ChildProcess::start(
        shell("echo a >&" + std::to_string(b.write.get()) + "; echo b >&" + std::to_string(a.write.get()),
              {{a.write.get(), b.write.get()}, {b.write.get(), a.write.get()}}));
    ASSERT_TRUE(child);
    EXPECT_EQ(a.rest(), "a\n");
    EXPECT_EQ(b.rest(), "b\n");
    EXPECT_EQ((*child)->wait().code, 0);
}

TEST(ChildProcess, ReadsNothing)
{
    EXPECT_EQ(outputOf(shell("read line; echo \"[$line]\"")), "[]\n");
}

TEST(ChildProcess, BlocksOnlyWhatTheTerminalSends)
{
    sigset_t all;
    sigset_t before;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    // Not through a shell, which has a mask of its own.
    const std::string mask = outputOf({.program = "/bin/grep",
                                       .arguments = {"SigBlk", "/proc/self/status"},
                                       .descriptors = {},
                                       .lifelineAs = std::nullopt});
    pthread_sigmask(SIG_SETMASK, &before, nullptr);
    EXPECT_EQ(mask, "SigBlk:\t0000000000000003\n");
}

TEST(ChildProcess, CountsItsCpuTime)
{
    auto child = ChildProcess::start(shell("i=0; while [ $i -lt 20000 ]; do i=$((i+1)); done"));
    ASSERT_TRUE(child);
    const ChildProcess::End end = (*child)->wait();
    EXPECT_EQ(end.code, 0);
    EXPECT_GT(end.userNs + end.systemNs, 0);
    EXPECT_LE(end.at, ticksNow());
}

TEST(ChildProcess, ItsParentIsThisProgram)
{
    EXPECT_EQ(outputOf(shell("echo $PPID")), std::to_string(::getpid()) + "\n");
}

TEST(ChildProcess, ManyThreadsMayStartThem)
{
    std::vector<std::thread> threads;
    std::array<int, 8> codes{};
    for (std::size_t t = 0; t < codes.size(); ++t)
        threads.emplace_back([&codes, t] {
            for (int i = 0; i < 3; ++i) {
                auto child = ChildProcess::start(shell("exit " + std::to_string(t)));
                codes[t] += child ? (*child)->wait().code : 1000;
            }
        });
    for (std::thread& thread : threads)
        thread.join();
    EXPECT_THAT(codes, testing::ElementsAre(0, 3, 6, 9, 12, 15, 18, 21));
}

TEST(ChildProcess, IsGoneWithItsObject)
{
    const Pipe pipe;
    int descriptor = -1;
    {
        auto child = ChildProcess::start(shell("read line <&3", {{pipe.read.get(), 3}}));
        ASSERT_TRUE(child);
        descriptor = (*child)->descriptor();
    }
    EXPECT_FALSE(hasChildren());
    EXPECT_EQ(::fcntl(descriptor, F_GETFD), -1);
}

TEST(HelperProgram, StandsBesideTheProgramUnlessItIsNamed)
{
    ::unsetenv("THREADSCAPE_TEST_HELPER");
    const std::string beside = helperProgram("THREADSCAPE_TEST_HELPER", "helper");
    std::array<char, 4096> self{};
    ASSERT_GT(::readlink("/proc/self/exe", self.data(), self.size() - 1), 0);
    const std::string program(self.data());
    EXPECT_EQ(beside, program.substr(0, program.rfind('/') + 1) + "helper");
    ::setenv("THREADSCAPE_TEST_HELPER", "/elsewhere/helper", 1);
    EXPECT_EQ(helperProgram("THREADSCAPE_TEST_HELPER", "helper"), "/elsewhere/helper");
    ::unsetenv("THREADSCAPE_TEST_HELPER");
}

} // namespace
} // namespace threadscape
