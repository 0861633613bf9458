#include "exec/lap.h"

#include <gtest/gtest.h>

namespace threadscape {
namespace {

Lap lapOf(std::vector<std::int64_t> endsNs)
{
    Lap lap{.fromNs = 100, .toNs = 1'000, .jobs = {}};
    for (const std::int64_t endNs : endsNs)
        lap.jobs.push_back({.track = 0, .fromNs = 100, .toNs = endNs});
    return lap;
}

TEST(Lap, NothingIsLostWhereAllEndTogether)
{
    EXPECT_EQ(lapOf({500, 500, 500}).imbalance(), 0);
    EXPECT_EQ(lapOf({500}).imbalance(), 0);
    EXPECT_EQ(lapOf({}).imbalance(), 0);
}

TEST(Lap, WhoIsDoneEarlyWaitsForTheLast)
{
    const Lap lap = lapOf({300, 500});
    EXPECT_EQ(lap.lastEndNs(), 500);
    EXPECT_DOUBLE_EQ(lap.imbalance(), 200.0 / 800);
}

} // namespace
} // namespace threadscape
