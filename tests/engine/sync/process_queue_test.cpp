#include "sync/process_queue.h"

#include "exec/thread.h"
#include "support/trial_process.h"
#include "sync/misuse.h"

#include <gtest/gtest.h>
#include <map>

namespace threadscape {
namespace {

TEST(ProcessQueue, AllThatSeveralProcessesPutComesOnceAndInTheOrderOfEach)
{
    constexpr std::uint32_t kCount = 2'000;
    constexpr std::uint32_t kMore = 40;
    TestRun test;
    ObjectId object = kNoObject;
    test.run([&] {
        ProcessQueue queue(test.runtime(), "Queue", 4'096); // it fills
        object = queue.object();
        std::vector<std::unique_ptr<Process>> all;
        for (std::uint32_t who = 1; who <= 3; ++who)
            all.push_back(startTrial(test, "Process-" + std::to_string(who), kTrialPut,
                                     packArguments(who, kCount, kMore), {queue.handout()}));
        std::map<std::uint32_t, std::uint32_t> last;
        std::vector<std::byte> message;
        for (std::uint32_t i = 0; i < 3 * kCount; ++i) {
            queue.get(message);
            ASSERT_EQ(message.size(), 8U + kMore);
            const auto values = unpackArguments<std::uint32_t, std::uint32_t>(std::span(message).first(8));
            ASSERT_TRUE(values);
            const auto [who, number] = *values;
            ASSERT_EQ(number, ++last[who]);
            for (std::size_t k = 8; k < message.size(); ++k)
                ASSERT_EQ(message[k], static_cast<std::byte>(who + number));
        }
        for (const auto& process : all)
            EXPECT_EQ(process->join(), 0);
    });
    EXPECT_EQ(test.violations(), std::vector<std::string>());
    const MessageSeries& messages = test.trace().object(object).messages[0];
    ASSERT_EQ(messages.size(), 3U * kCount);
    for (std::size_t i = 0; i < messages.size(); ++i) {
        const Message message = messages[i];
        ASSERT_TRUE(message.sent.known() && message.received.known()) << i;
        ASSERT_EQ(message.received.by, 0);
        ASSERT_NE(message.sent.by, 0);
        ASSERT_EQ(message.bytes, 8U + kMore);
    }
    const ValueSeries& lengths = test.trace().object(object).values;
    EXPECT_EQ(lengths[lengths.size() - 1].value, 0);
}

TEST(ProcessQueue, WhoeverIsKilledLeavesItWhole)
{
    TestRun test;
    test.run([&] {
        ProcessQueue queue(test.runtime(), "Queue", 4'096);
        std::vector<std::byte> message;
        for (std::uint32_t round = 1; round <= 20; ++round) {
            const auto putter = startTrial(test, "Process", kTrialPut,
                                           packArguments(round, std::uint32_t{0}, round), {queue.handout()});
            for (std::uint32_t i = 0; i < 50 * round; ++i)
                queue.get(message);
            putter->kill();
            EXPECT_EQ(putter->join(), -9);
            // What it had put is whole, and the next one finds a queue that works.
            const Thread marker(test.runtime(), "Thread-1",
                                [&] { queue.put(packArguments(std::uint32_t{0}, round)); });
            for (;;) {
                queue.get(message);
                const auto values =
                    unpackArguments<std::uint32_t, std::uint32_t>(std::span(message).first(8));
                if (std::get<0>(*values) == 0)
                    break;
                ASSERT_EQ(std::get<0>(*values), round);
                ASSERT_EQ(message.size(), 8U + round);
            }
        }
    });
    EXPECT_EQ(test.violations(), std::vector<std::string>());
}

TEST(ProcessQueue, AStopEndsBothWaits)
{
    TestRun test;
    test.run([&] {
        ProcessQueue queue(test.runtime(), "Queue", 64);
        std::vector<std::byte> message(40);
        Thread getter(test.runtime(), "Thread-1", [&] {
            std::vector<std::byte> got;
            queue.get(got);
        });
        ASSERT_TRUE(test.comesToWait(getter.track(), State::queue));
        getter.stop();
        getter.join();
        queue.put(message);
        Thread putter(test.runtime(), "Thread-2", [&] { queue.put(message); });
        ASSERT_TRUE(test.comesToWait(putter.track(), State::queue));
        putter.stop();
        putter.join();
        queue.get(message);
        EXPECT_EQ(message.size(), 40U);
        EXPECT_THROW(queue.put(std::vector<std::byte>(100)), Misuse);
    });
    EXPECT_EQ(test.violations(), std::vector<std::string>());
}

} // namespace
} // namespace threadscape
