#include "exec/worker.h"

#include "support/drained_run.h"
#include "support/run_program.h"
#include "support/worker_programs.h"

#include <array>
#include <csignal>
#include <fcntl.h>
#include <gtest/gtest.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace threadscape {
namespace {

// A worker that is started by hand, without a Process.
std::unique_ptr<ChildProcess> startWorker(std::vector<std::string> arguments,
                                          std::vector<ChildProcess::Pass> descriptors)
{
    auto child = ChildProcess::start({.program = workerProgram(),
                                      .arguments = std::move(arguments),
                                      .descriptors = std::move(descriptors),
                                      .lifelineAs = std::nullopt});
    EXPECT_TRUE(child);
    return child ? std::move(*child) : nullptr;
}

TEST(Worker, EndsWhenItsLifelineIsCut)
{
    auto recording = SharedRecording::create(
        {.chunks = 2}, readAnchor(),
        packArguments(WorkerIntroduction{.member = 1}, std::uint32_t{2}, std::int64_t{3'600'000'000'000}));
    ASSERT_TRUE(recording);
    SharedNameWriter(*recording).addTrack("Process-1", "", TrackKind::process);
    (*recording)->progress().track = 0;
    std::array<int, 2> ends{};
    ASSERT_EQ(::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()), 0);
    Descriptor ours(ends[0]);
    Descriptor theirs(ends[1]);
    auto worker = startWorker(workerArguments(kTrialCountDown), {{(*recording)->descriptor(), kWorkerSegment},
                                                                 {theirs.get(), kWorkerLifeline}});
    ASSERT_TRUE(worker);
    theirs.reset();
    // It works, and would for an hour.
    EXPECT_TRUE(eventually([&] { return (*recording)->open(0).read(OpenSpans::kWaitSlot).since != 0; }));
    EXPECT_FALSE(worker->end());
    ours.reset();
    const auto end = worker->waitFor(kCeiling);
    ASSERT_TRUE(end);
    EXPECT_EQ(end->code, -SIGKILL);
}

TEST(Worker, EndsWhenItsParentIsKilled)
{
    DrainedRun run;
    // The process between us and the one that we watch.
    auto parent =
        run.start(kTrialStartWorker, packArguments(std::uint32_t{2}, std::int64_t{3'600'000'000'000}));
    ASSERT_TRUE(parent);
    ASSERT_TRUE(eventually([&] { return run.trace.notes().size() == 1; }));
    const int pid = std::stoi(std::string(run.trace.catalogue().text(run.trace.notes()[0].text)));
    const Descriptor worker(static_cast<int>(::syscall(SYS_pidfd_open, pid, 0)));
    ASSERT_TRUE(worker) << pid;
    pollfd entry{worker.get(), POLLIN, 0};
    ASSERT_EQ(::poll(&entry, 1, 0), 0) << "it lives";
    parent->kill();
    EXPECT_EQ(parent->join(), -SIGKILL);
    EXPECT_EQ(::poll(&entry, 1, static_cast<int>(std::chrono::milliseconds(kCeiling).count())), 1);
}

TEST(Worker, SaysInOneSentenceWhatIsWrongWithItsCommandLine)
{
    const std::vector<std::pair<std::vector<std::string>, std::string>> cases{
        {{"trial-record"},
         "threadscape-worker takes TASK --segment N --lifeline N, and is started by threadscape.\n"},
        {{"dance", "--segment", "0", "--lifeline", "1"}, "threadscape-worker knows no task dance.\n"},
        {{"trial-record", "--segment", "x", "--lifeline", "1"},
         "--segment takes the number of an open descriptor, not x.\n"},
        {{"trial-record", "--segment", "9", "--lifeline", "1"},
         "--segment takes the number of an open descriptor, not 9.\n"},
        {{"trial-record", "--segment", "0", "--lifeline", "1"},
         "--lifeline takes the number of a socket, not 1.\n"},
        {{"trial-record", "--segment", "0", "--lifelong", "1"},
         "threadscape-worker knows no option --lifelong, only --segment and --lifeline.\n"},
    };
    for (const auto& [arguments, sentence] : cases) {
        std::array<int, 2> ends{};
        ASSERT_EQ(::pipe2(ends.data(), O_CLOEXEC), 0);
        const Descriptor reading(ends[0]);
        Descriptor writing(ends[1]);
        auto worker = startWorker(arguments, {{writing.get(), STDERR_FILENO}});
        ASSERT_TRUE(worker);
        writing.reset();
        std::array<char, 1024> text{};
        std::string said;
        for (ssize_t n = 0; (n = ::read(reading.get(), text.data(), text.size())) > 0;)
            said.append(text.data(), static_cast<std::size_t>(n));
        EXPECT_EQ(said, sentence);
        EXPECT_EQ(worker->wait().code, 2);
    }
}

TEST(Worker, StartedByHandItSaysWhatItIs)
{
    auto worker = startWorker({}, {{STDERR_FILENO, STDOUT_FILENO}});
    ASSERT_TRUE(worker);
    EXPECT_EQ(worker->wait().code, 0);
}

TEST(Worker, TheProductsOwnHoldsNothingOfTheTests)
{
    for (const WorkerTask& task : {kTrialRecord, kTrialExit, kTrialCrash}) {
        const ProgramResult asked =
            runProgram(productWorker(), {std::string(task.name), "--segment", "0", "--lifeline", "1"});
        EXPECT_EQ(asked.exitCode, kBadArguments);
        EXPECT_EQ(asked.err, "threadscape-worker knows no task " + std::string(task.name) + ".\n");
    }
    // Such a name would be found: the tests' own worker has them.
    EXPECT_NE(contentsOf(testWorker()).find("trial-"), std::string::npos);
    const std::string product = contentsOf(productWorker());
    ASSERT_FALSE(product.empty());
    EXPECT_EQ(product.find("trial-"), std::string::npos);
}

} // namespace
} // namespace threadscape
