#include "lab/run/moving_plan.h"

#include <gtest/gtest.h>

namespace threadscape {
namespace {

TEST(MovingPlan, WithoutAChangeItIsThePlan)
{
    EXPECT_EQ(MovingPlan().end(4), 4);
    EXPECT_EQ(MovingPlan().end(0), 0) << "not known";
}

TEST(MovingPlan, WhatIsLeftIsDoneAtTheNewPace)
{
    MovingPlan plan;
    plan.change(1, 4, 40); // a quarter is done
    EXPECT_DOUBLE_EQ(plan.end(40), 1 + 30);
    plan.change(11, 40, 4); // half of it is
    EXPECT_DOUBLE_EQ(plan.end(4), 11 + 2);
}

TEST(MovingPlan, AChangeThatTheTimeDoesNotDependOnMovesNothing)
{
    MovingPlan plan;
    plan.change(1, 4, 4);
    EXPECT_EQ(plan.end(4), 4);
}

TEST(MovingPlan, APlanMayNotBeKnownForAWhile)
{
    MovingPlan plan;
    plan.change(2, 4, 0); // half is done
    EXPECT_EQ(plan.end(0), 0);
    plan.change(10, 0, 8);
    EXPECT_DOUBLE_EQ(plan.end(8), 10 + 4);
    MovingPlan late;
    late.change(9, 4, 8); // it takes longer than was planned
    EXPECT_DOUBLE_EQ(late.end(8), 9);
}

} // namespace
} // namespace threadscape
