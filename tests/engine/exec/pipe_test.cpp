#include "exec/pipe.h"

#include "exec/thread.h"
#include "lab/worker_list.h"
#include "support/trial_process.h"

#include <gtest/gtest.h>
#include <random>

namespace threadscape {
namespace {

class PipeKind : public ::testing::TestWithParam<PipeVia> {};
INSTANTIATE_TEST_SUITE_P(, PipeKind, ::testing::Values(PipeVia::pipe, PipeVia::socket),
                         [](const auto& kind) { return kind.param == PipeVia::pipe ? "Pipe" : "Socket"; });

// The task of the experiment: each byte comes back turned over.
std::unique_ptr<Process> startEcho(TestRun& test, Pipe& pipe)
{
    auto process =
        startTrial(test, "Process-1", kEchoTask, packArguments(std::uint32_t{0}), {pipe.second.handout()});
    pipe.second.close();
    return process;
}

TEST_P(PipeKind, MessagesOfEverySizeComeBackWhole)
{
    TestRun test;
    ObjectId object = kNoObject;
    constexpr std::size_t kSizes[] = {0,      1,      3,      4,         5,         64, 4'095,
                                      65'532, 65'536, 65'537, 1'000'003, 1'048'576, 2};
    test.run([&] {
        Pipe pipe(test.runtime(), "Pipe", GetParam());
        object = pipe.first.object();
        const auto process = startEcho(test, pipe);
        std::mt19937 random(7);
        for (const std::size_t size : kSizes) {
            std::vector<std::byte> message(size);
            for (std::byte& byte : message)
                byte = static_cast<std::byte>(random());
            ASSERT_TRUE(pipe.first.send(message));
            const auto back = pipe.first.receive();
            ASSERT_TRUE(back);
            ASSERT_EQ(back->size(), size);
            for (std::size_t i = 0; i < size; ++i)
                ASSERT_EQ((*back)[i], ~message[i]) << size << ' ' << i;
        }
        pipe.first.close();
        EXPECT_EQ(process->join(), 0);
    });
    EXPECT_EQ(test.violations(), std::vector<std::string>());
    for (const std::size_t way : {0U, 1U}) {
        const MessageSeries& messages = test.trace().object(object).messages[way];
        ASSERT_EQ(messages.size(), std::size(kSizes));
        for (std::size_t i = 0; i < messages.size(); ++i) {
            const Message message = messages[i];
            EXPECT_EQ(message.bytes, kSizes[i]);
            EXPECT_EQ(message.sent.by, way);
            EXPECT_EQ(message.received.by, 1 - way);
            EXPECT_LE(message.sent.atNs, message.received.atNs);
        }
    }
}

TEST_P(PipeKind, TheOtherEndsDeathEndsIt)
{
    TestRun test;
    test.run([&] {
        Pipe pipe(test.runtime(), "Pipe", GetParam());
        const auto process = startEcho(test, pipe);
        const std::vector<std::byte> message(1'000'000);
        ASSERT_TRUE(pipe.first.send(message));
        ASSERT_TRUE(pipe.first.receive());
        process->kill();
        process->join();
        EXPECT_FALSE(pipe.first.receive());
        // A socket hears of it when the first bytes have come back as refused.
        EXPECT_TRUE(eventually([&] { return !pipe.first.send(message); }));
    });
}

TEST_P(PipeKind, AStopEndsTheWait)
{
    TestRun test;
    test.run([&] {
        Pipe pipe(test.runtime(), "Pipe", GetParam());
        Thread reader(test.runtime(), "Thread-1", [&] { pipe.first.receive(); });
        ASSERT_TRUE(test.comesToWait(reader.track(), State::io));
        reader.stop();
        reader.join();
        Thread writer(test.runtime(), "Thread-2", [&] {
            const std::vector<std::byte> message(65'536);
            while (pipe.first.send(message)) { // nobody reads
            }
        });
        ASSERT_TRUE(test.comesToWait(writer.track(), State::io));
        writer.stop();
        writer.join();
    });
}

TEST(FrameReader, DoesNotBelieveALength)
{
    TestRun test;
    test.run([&] {
        Pipe pipe(test.runtime(), "Pipe", PipeVia::pipe);
        const Handout raw = pipe.second.handout();
        const std::uint32_t tooMuch = FrameReader::kMostBytes + 1;
        ASSERT_EQ(::write(raw.descriptors[1], &tooMuch, sizeof(tooMuch)),
                  static_cast<ssize_t>(sizeof(tooMuch)));
        EXPECT_FALSE(pipe.first.receive());
    });
}

} // namespace
} // namespace threadscape
