#include "base/sequence_merge.h"

#include <gtest/gtest.h>
#include <random>
#include <vector>

namespace threadscape {
namespace {

TEST(SequenceMerge, NothingIsHandedOnBeforeItsTurn)
{
    SequenceMerge<int> merge;
    std::vector<int> out;
    const auto take = [&](int item) { out.push_back(item); };
    merge.push(2, 20, take);
    merge.push(4, 40, take);
    EXPECT_TRUE(out.empty());
    merge.push(1, 10, take);
    EXPECT_EQ(out, (std::vector{10, 20}));
    merge.push(3, 30, take);
    EXPECT_EQ(out, (std::vector{10, 20, 30, 40}));
}

// Lanes that each arrive in order, drained in pieces of any size and in any turn.
void anyInterleaving(std::size_t count, std::size_t longestPiece, unsigned seed, std::uint32_t first = 1)
{
    std::mt19937 random(seed);
    constexpr std::size_t kLanes = 4;
    std::vector<std::vector<std::size_t>> lanes(kLanes);
    for (std::size_t i = 1; i <= count; ++i)
        lanes[random() % kLanes].push_back(i);
    std::vector<std::size_t> at(kLanes, 0);
    SequenceMerge<std::size_t> merge(first);
    std::vector<std::size_t> out;
    std::size_t left = count;
    // A lane runs ahead by at most a piece, as streams that are drained in turn do.
    while (left > 0) {
        const std::size_t limit = out.size() + longestPiece;
        const std::size_t lane = random() % kLanes;
        for (; at[lane] < lanes[lane].size() && lanes[lane][at[lane]] <= limit; ++at[lane], --left) {
            const std::size_t item = lanes[lane][at[lane]];
            merge.push(first + static_cast<std::uint32_t>(item) - 1, item,
                       [&](std::size_t next) { out.push_back(next); });
        }
    }
    ASSERT_EQ(out.size(), count);
    for (std::size_t i = 0; i < count; ++i)
        ASSERT_EQ(out[i], i + 1);
}

TEST(SequenceMerge, AnyInterleavingGivesTheSameOrder)
{
    for (unsigned seed = 0; seed < 20; ++seed) {
        anyInterleaving(5'000, 100, seed);
        anyInterleaving(5'000, 5'000, seed);
    }
}

TEST(SequenceMerge, NumbersMayWrapRound)
{
    anyInterleaving(5'000, 200, 1, UINT32_MAX - 1'000);
}

TEST(SequenceMerge, FlushHandsOnWhatHasAGapBeforeIt)
{
    SequenceMerge<int> merge;
    std::vector<int> out;
    const auto take = [&](int item) { out.push_back(item); };
    for (const int i : {9, 1, 7, 3, 8, 4})
        merge.push(static_cast<std::uint32_t>(i), i, take);
    merge.flush(take);
    EXPECT_EQ(out, (std::vector{1, 3, 4, 7, 8, 9}));
    merge.push(10, 10, take); // and goes on from there
    EXPECT_EQ(out.back(), 10);
}

TEST(SequenceMerge, FlushOfManyIsQuick)
{
    // Quadratic work would take minutes.
    SequenceMerge<std::uint32_t> merge;
    std::size_t handed = 0;
    const auto take = [&](std::uint32_t) { ++handed; };
    constexpr std::uint32_t kCount = 300'000;
    for (std::uint32_t i = kCount + 1; i > 1; --i)
        merge.push(i, i, take);
    EXPECT_EQ(handed, 0U);
    merge.flush(take);
    EXPECT_EQ(handed, kCount);
}

TEST(SequenceMerge, GivesUpWhatIsMissingBeforeOldItemsAlone)
{
    SequenceMerge<int> merge;
    std::vector<int> delivered;
    const auto deliver = [&](int item) { delivered.push_back(item); };
    for (const int number : {1, 3, 4, 7, 9})
        merge.push(static_cast<std::uint32_t>(number), number, deliver);
    EXPECT_EQ(delivered, (std::vector{1}));
    merge.giveUpBefore([](int item) { return item < 3; }, deliver);
    EXPECT_EQ(delivered, (std::vector{1})) << "the first that waits is young";
    merge.giveUpBefore([](int item) { return item < 8; }, deliver);
    EXPECT_EQ(delivered, (std::vector{1, 3, 4, 7}));
    merge.push(8, 8, deliver);
    EXPECT_EQ(delivered, (std::vector{1, 3, 4, 7, 8, 9}));
    merge.push(2, 2, deliver); // late is better than never
    EXPECT_EQ(delivered.back(), 2);
    merge.giveUpBefore([](int) { return true; }, deliver);
    EXPECT_EQ(delivered.size(), 7U);
}

} // namespace
} // namespace threadscape
