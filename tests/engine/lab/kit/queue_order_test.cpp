#include "lab/kit/queue_order.h"

#include <gtest/gtest.h>

namespace threadscape {
namespace {

using Discipline = QueueOrder::Discipline;

// Items 1, 2, 3 with the priorities 5, 1, 5 are put; then they come out as told.
bool kept(Discipline discipline, std::initializer_list<std::int64_t> out)
{
    QueueOrder order;
    order.expect(discipline);
    order.put(2, 5, 1);
    order.put(3, 1, 2);
    order.put(4, 5, 3);
    std::uint32_t number = 5;
    for (const std::int64_t item : out)
        order.took(number++, item);
    EXPECT_EQ(order.judged(), 3 + static_cast<std::int64_t>(out.size()));
    return order.kept();
}

TEST(QueueOrder, AcceptsTheRightOrderAlone)
{
    EXPECT_TRUE(kept(Discipline::fifo, {1, 2, 3}));
    EXPECT_FALSE(kept(Discipline::fifo, {2, 1, 3}));
    EXPECT_FALSE(kept(Discipline::fifo, {1, 3, 2}));
    EXPECT_TRUE(kept(Discipline::lifo, {3, 2, 1}));
    EXPECT_FALSE(kept(Discipline::lifo, {3, 1, 2}));
    EXPECT_TRUE(kept(Discipline::priority, {2, 1, 3}));
    EXPECT_FALSE(kept(Discipline::priority, {1, 2, 3}));
    EXPECT_FALSE(kept(Discipline::priority, {2, 3, 1})); // equal ones in the order of their numbers
}

TEST(QueueOrder, SeesWhatIsTakenTwiceOrWasNeverPut)
{
    EXPECT_FALSE(kept(Discipline::fifo, {1, 1}));
    EXPECT_FALSE(kept(Discipline::fifo, {7}));
    EXPECT_FALSE(kept(Discipline::fifo, {1, 2, 3, 3}));
}

TEST(QueueOrder, JudgesInTheOrderOfTheNumbersNotOfTheTelling)
{
    QueueOrder order;
    order.expect(Discipline::lifo);
    order.took(5, 1);
    order.took(3, 2);
    EXPECT_EQ(order.judged(), 0);
    order.put(4, 0, 1);
    EXPECT_EQ(order.judged(), 0);
    order.put(2, 0, 2); // put 2, took 2, put 1, took 1
    EXPECT_EQ(order.judged(), 4);
    EXPECT_EQ(order.longest(), 1);
    EXPECT_TRUE(order.kept());
}

} // namespace
} // namespace threadscape
