#include "exec/connection.h"

#include "exec/thread.h"
#include "support/test_run.h"
#include "sync/io_wait.h"

#include <array>
#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/socket.h>
#include <system_error>

namespace threadscape {
namespace {

using Lines = std::vector<std::string>;

Lines linesOf(Connection& connection)
{
    Lines lines;
    while (const auto line = connection.receiveLine())
        lines.push_back(*line);
    return lines;
}

TEST(Connection, LinesComeAsTheyWereSentHoweverTheyWereCut)
{
    TestRun test;
    Lines received;
    test.run([&] {
        Listener listener(test.runtime(), "Port");
        Thread sender(test.runtime(), "Sender", [&] {
            Connection connection(test.runtime(), "Sending", listener.port());
            for (const char* part : {"on", "e\n", "two\n\nthr", "ee\nwithout an end"})
                connection.send(part);
        });
        Connection connection = listener.accept();
        received = linesOf(connection);
        EXPECT_FALSE(connection.receiveLine()); // the end stays the end
    });
    EXPECT_EQ(received, (Lines{"one", "two", "", "three", "without an end"}));
    EXPECT_TRUE(test.violations().empty()) << test.violations().front();
}

TEST(Connection, MuchIsSentWhileTheOtherEndReads)
{
    TestRun test;
    const std::string line(999, 'x');
    constexpr std::size_t kLines = 20'000; // more than the system keeps
    std::size_t received = 0;
    test.run([&] {
        Listener listener(test.runtime(), "Port");
        Thread sender(test.runtime(), "Sender", [&] {
            Connection connection(test.runtime(), "Sending", listener.port());
            for (std::size_t i = 0; i < kLines; ++i)
                connection.send(line + "\n");
        });
        Connection connection = listener.accept();
        EXPECT_TRUE(test.comesToWait(sender.track(), State::io));
        while (const auto next = connection.receiveLine())
            received += *next == line ? 1U : 0U;
    });
    EXPECT_EQ(received, kLines);
    EXPECT_TRUE(test.violations().empty()) << test.violations().front();
}

TEST(Connection, AStopEndsEveryWait)
{
    TestRun test;
    bool hostEndedAlone = false;
    test.run([&] {
        Listener listener(test.runtime(), "Port");
        Listener nobody(test.runtime(), "Nobody");
        Connection one(test.runtime(), "One", listener.port());
        Connection other = listener.accept();
        Thread reader(test.runtime(), "Reader", [&] { one.receiveLine(); }); // nobody sends
        Thread writer(test.runtime(), "Writer", [&] {                        // nobody reads
            for (;;)
                one.send(std::string(100'000, 'x'));
        });
        Thread host(test.runtime(), "Host", [&] { nobody.accept(); });
        for (const Thread* thread : {&reader, &writer, &host})
            EXPECT_TRUE(test.comesToWait(thread->track(), State::io));
        host.stop();
        host.join();
        hostEndedAlone = !reader.done() && !writer.done();
        test.runtime().stopAll();
    });
    EXPECT_TRUE(hostEndedAlone);
    EXPECT_TRUE(test.violations().empty()) << test.violations().front();
}

TEST(Connection, AStopBeforeOrDuringAWaitIsNeverLost)
{
    for (int round = 0; round < 200; ++round) {
        TestRun test;
        test.run([&] {
            Listener nobody(test.runtime(), "Nobody");
            Thread host(test.runtime(), "Host", [&] { nobody.accept(); });
            if (round % 2 == 0) {
                EXPECT_TRUE(test.comesToWait(host.track(), State::io));
            }
            host.stop();
            host.join();
        });
    }
}

TEST(Connection, AClosedEndIsToldToWhoSends)
{
    TestRun test;
    bool told = false;
    test.run([&] {
        Listener listener(test.runtime(), "Port");
        Connection sending(test.runtime(), "Sending", listener.port());
        {
            const Connection gone = listener.accept();
        }
        try {
            for (;;) // the first may still be taken; no signal ends the program
                sending.send("hello\n");
        } catch (const std::system_error& error) {
            told = error.code() == std::errc::broken_pipe || error.code() == std::errc::connection_reset;
        }
    });
    EXPECT_TRUE(told);
}

TEST(Connection, NobodyThereIsAnError)
{
    TestRun test;
    bool refused = false;
    test.run([&] {
        std::uint16_t port = 0;
        {
            const Listener gone(test.runtime(), "Gone");
            port = gone.port();
        }
        try {
            const Connection connection(test.runtime(), "To nobody", port);
        } catch (const std::system_error& error) {
            refused = error.code() == std::errc::connection_refused;
        }
    });
    EXPECT_TRUE(refused);
}

TEST(Connection, SocketsAreClosedOnExecAndDoNotBlock)
{
    const Descriptor listener = listenOnLoopback();
    const Descriptor one = beginConnect(portOf(listener));
    Descriptor other;
    EXPECT_TRUE(eventually([&] { return static_cast<bool>(other = tryAccept(listener)); }));
    for (const Descriptor* socket : {&listener, &one, &std::as_const(other)}) {
        EXPECT_NE(::fcntl(socket->get(), F_GETFD) & FD_CLOEXEC, 0);
        EXPECT_NE(::fcntl(socket->get(), F_GETFL) & O_NONBLOCK, 0);
    }
    std::array<char, 1> room{};
    EXPECT_FALSE(tryReceive(other, room));
}

TEST(IoWait, ADeadlineEndsIt)
{
    TestRun test;
    test.run([&] {
        const Descriptor nobody = listenOnLoopback();
        const ObjectId object = test.runtime().catalogue().addObject("Port", ObjectKind::connection);
        const std::int64_t until = monotonicNs() + 2'000'000;
        EXPECT_FALSE(waitUntilReady(nobody, Readiness::readable, object, until));
        EXPECT_GE(monotonicNs(), until);
    });
    EXPECT_TRUE(test.violations().empty()) << test.violations().front();
}

} // namespace
} // namespace threadscape
