#include "async/tcp.h"

#include "async/gather.h"
#include "async/yield.h"
#include "exec/cancelled.h"
#include "exec/thread.h"
#include "support/test_run.h"
#include "sync/stopped.h"

#include <filesystem>
#include <thread>

#include <gmock/gmock.h>

namespace threadscape {
namespace {

std::ptrdiff_t descriptors()
{
    return std::distance(std::filesystem::directory_iterator("/proc/self/fd"), {});
}

Task<> serve(TcpStream stream)
{
    while (const std::optional<std::string> line = co_await stream.readLine())
        co_await stream.write(*line + '\n');
}

Task<> acceptAll(EventLoop& loop, TcpListener& listener)
{
    for (;;)
        loop.create("connection", serve(co_await listener.accept()), "Server");
}

Task<int> talk(EventLoop& loop, ObjectId object, std::uint16_t port, int lines)
{
    TcpStream stream = co_await TcpStream::connect(loop, object, port);
    int same = 0;
    for (int i = 0; i < lines; ++i) {
        const std::string said = "line " + std::to_string(i);
        co_await stream.write(said + '\n');
        const std::optional<std::string> heard = co_await stream.readLine();
        same += heard == said ? 1 : 0;
    }
    co_return same;
}

TEST(Tcp, LinesComeBackAsTheyWere)
{
    const std::ptrdiff_t before = descriptors();
    {
        TestRun test;
        test.run([&] {
            EventLoop loop(test.runtime(), "Event loop");
            const ObjectId object = test.runtime().catalogue().addObject("Port", ObjectKind::connection);
            TcpListener listener(loop, object);
            const auto main = [&]() -> Task<int> {
                const auto server = loop.create("server", acceptAll(loop, listener));
                std::vector<TaskHandle<int>> clients;
                for (int i = 0; i < 10; ++i)
                    clients.push_back(loop.create("client", talk(loop, object, listener.port(), 20)));
                int same = 0;
                for (const int count : co_await gather(loop, std::move(clients)))
                    same += count;
                co_return same;
            };
            EXPECT_EQ(loop.run("main", main()), 200);
        });
        EXPECT_THAT(test.violations(), testing::IsEmpty());
    }
    EXPECT_EQ(descriptors(), before);
}

TEST(Tcp, AReadThatIsGivenUpLosesNothing)
{
    TestRun test;
    test.run([&] {
        EventLoop loop(test.runtime(), "Event loop");
        const ObjectId object = test.runtime().catalogue().addObject("Port", ObjectKind::connection);
        TcpListener listener(loop, object);
        const auto main = [&]() -> Task<> {
            auto coming = loop.create("accept", listener.accept());
            TcpStream client = co_await TcpStream::connect(loop, object, listener.port());
            TcpStream server = co_await coming;
            for (int i = 0; i < 50; ++i) {
                auto reading = loop.create("reads", server.readLine());
                co_await client.write("half ");
                for (int turn = 0; turn < i % 3; ++turn)
                    co_await Yield(loop); // the reader waits, has it and has not gone on, or waits for more
                reading.cancel();
                try {
                    co_await reading;
                } catch (const Cancelled&) { // or it was quicker, and waits no more
                }
                co_await client.write("whole\n");
                const std::optional<std::string> line = co_await server.readLine();
                EXPECT_EQ(line, "half whole");
            }
        };
        loop.run("main", main());
    });
    EXPECT_THAT(test.violations(), testing::IsEmpty());
}

TEST(Tcp, ARefusalIsAnError)
{
    TestRun test;
    test.run([&] {
        EventLoop loop(test.runtime(), "Event loop");
        const ObjectId object = test.runtime().catalogue().addObject("Port", ObjectKind::connection);
        std::uint16_t port = 0;
        {
            const TcpListener gone(loop, object);
            port = gone.port();
        }
        EXPECT_THROW(loop.run("client", talk(loop, object, port, 1)), std::system_error);
    });
    EXPECT_THAT(test.violations(), testing::IsEmpty());
}

TEST(Tcp, AStopEndsConnectionsThatAreOpen)
{
    const std::ptrdiff_t before = descriptors();
    {
        TestRun test;
        std::atomic<bool> open{false};
        std::thread stopper([&] {
            EXPECT_TRUE(eventually([&] { return open.load(); }));
            test.runtime().stopAll();
        });
        const auto silent = [&open](EventLoop& loop, ObjectId object, std::uint16_t port) -> Task<> {
            TcpStream stream = co_await TcpStream::connect(loop, object, port);
            open = true;
            co_await stream.readLine();
            ADD_FAILURE() << "nobody wrote anything";
        };
        test.run([&] {
            EventLoop loop(test.runtime(), "Event loop");
            const ObjectId object = test.runtime().catalogue().addObject("Port", ObjectKind::connection);
            TcpListener listener(loop, object);
            const auto main = [&]() -> Task<> {
                const auto server = loop.create("server", acceptAll(loop, listener));
                std::vector<TaskHandle<void>> clients;
                for (int i = 0; i < 20; ++i)
                    clients.push_back(loop.create("client", silent(loop, object, listener.port())));
                co_await gather(loop, std::move(clients));
            };
            EXPECT_THROW(loop.run("main", main()), Stopped);
            throw Stopped{};
        });
        stopper.join();
        EXPECT_THAT(test.violations(), testing::IsEmpty());
    }
    EXPECT_EQ(descriptors(), before);
}

} // namespace
} // namespace threadscape
