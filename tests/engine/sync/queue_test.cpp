#include "sync/queue.h"

#include "exec/thread.h"
#include "support/test_run.h"
#include "sync/lifo_queue.h"
#include "sync/misuse.h"
#include "sync/priority_queue.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <list>
#include <map>
#include <random>

namespace threadscape {
namespace {

// What each order makes of the same puts and gets, as a simple model says.
template <typename Q, typename Pick>
void compareWithModel(Pick&& pick)
{
    TestRun test;
    test.run([&] {
        Q queue(test.runtime(), "Q");
        std::vector<std::pair<int, int>> model; // in the order of the puts
        std::mt19937 random(3);
        int number = 0;
        for (int i = 0; i < 5'000; ++i) {
            if (random() % 5 < 3) {
                const std::pair item{static_cast<int>(random() % 10), number++};
                queue.put(item);
                model.push_back(item);
            } else if (const auto item = queue.tryGet()) {
                const auto expected = pick(model);
                ASSERT_NE(expected, model.end());
                ASSERT_EQ(*item, *expected);
                model.erase(expected);
            } else {
                ASSERT_TRUE(model.empty());
            }
            ASSERT_EQ(queue.size(), model.size());
        }
    });
    EXPECT_TRUE(test.violations().empty()) << test.violations().front();
}

using Item = std::pair<int, int>;
// Told apart, but equal in rank.
struct Ranked : Item {
    using Item::Item;
    Ranked(const Item& item) : Item(item) {} // NOLINT(google-explicit-constructor)
    bool operator<(const Ranked& other) const { return first < other.first; }
};

TEST(Queue, GivesTheFirstFirst)
{
    compareWithModel<Queue<Item>>([](auto& model) { return model.begin(); });
}

TEST(Queue, LifoGivesTheLastFirst)
{
    compareWithModel<LifoQueue<Item>>(
        [](auto& model) { return model.empty() ? model.end() : std::prev(model.end()); });
}

TEST(Queue, PriorityGivesTheSmallestFirstAndEqualOnesInTheirOrder)
{
    compareWithModel<PriorityQueue<Ranked>>([](auto& model) {
        return std::ranges::min_element(model, {}, [](const Item& item) { return item.first; });
    });
}

TEST(Queue, AFullOneRefusesOrWaits)
{
    TestRun test;
    test.run([&] {
        Queue<int> queue(test.runtime(), "Q", 2);
        EXPECT_TRUE(queue.tryPut(1));
        EXPECT_TRUE(queue.tryPut(2));
        EXPECT_FALSE(queue.tryPut(3));
        Thread putter(test.runtime(), "P", [&] { queue.put(3); });
        EXPECT_TRUE(test.comesToWait(putter.track(), State::queue));
        EXPECT_EQ(queue.get(), 1);
        putter.join();
        EXPECT_EQ(queue.get(), 2);
        EXPECT_EQ(queue.get(), 3);
    });
    EXPECT_TRUE(test.violations().empty()) << test.violations().front();
    const ValueSeries& lengths = test.trace().object(0).values;
    EXPECT_EQ(lengths.range(0, lengths.size()).high, 2);
    EXPECT_EQ(lengths[lengths.size() - 1].value, 0);
}

TEST(Queue, JoinReturnsOnceAllIsDoneAndNotBefore)
{
    TestRun test;
    std::atomic<int> done{0};
    constexpr int kItems = 200;
    test.run([&] {
        Queue<int> queue(test.runtime(), "Q", 10);
        std::list<Thread> workers;
        for (int i = 0; i < 3; ++i)
            workers.emplace_back(test.runtime(), "W", [&] {
                for (;;) {
                    queue.get();
                    ++done;
                    queue.taskDone();
                }
            });
        for (int i = 0; i < kItems; ++i)
            queue.put(i);
        queue.join();
        EXPECT_EQ(done, kItems);
        EXPECT_THROW(queue.taskDone(), Misuse);
        for (Thread& worker : workers)
            worker.stop(); // they wait for more
    });
    EXPECT_TRUE(test.violations().empty()) << test.violations().front();
}

TEST(Queue, NothingIsLostNorDoubledBetweenManyThreads)
{
    TestRun test;
    std::array<std::atomic<int>, 3'000> seen{};
    test.run([&] {
        Queue<int> queue(test.runtime(), "Q", 4);
        std::list<Thread> takers;
        for (int i = 0; i < 4; ++i)
            takers.emplace_back(test.runtime(), "T", [&] {
                for (;;) {
                    ++seen[static_cast<std::size_t>(queue.get())];
                    queue.taskDone();
                }
            });
        {
            std::list<Thread> putters;
            for (int p = 0; p < 3; ++p)
                putters.emplace_back(test.runtime(), "P", [&, p] {
                    for (int i = 0; i < 1'000; ++i)
                        queue.put(p * 1'000 + i);
                });
            for (Thread& putter : putters)
                putter.join();
        }
        queue.join();
        for (Thread& taker : takers)
            taker.stop();
    });
    EXPECT_TRUE(std::ranges::all_of(seen, [](const auto& times) { return times == 1; }));
    EXPECT_TRUE(test.violations().empty()) << test.violations().front();
}

} // namespace
} // namespace threadscape
