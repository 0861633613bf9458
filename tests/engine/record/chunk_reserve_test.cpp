#include "record/chunk_reserve.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <set>
#include <thread>
#include <vector>

namespace threadscape {
namespace {

TEST(ChunkReserve, NoChunkIsHandedOutTwice)
{
    constexpr int kThreads = 4;
    constexpr int kEach = 300;
    ChunkReserve reserve(kThreads * kEach);
    reserve.refill();
    std::vector<std::vector<ChunkNode*>> taken(kThreads);
    std::vector<std::thread> threads;
    for (auto& mine : taken)
        threads.emplace_back([&] {
            for (int i = 0; i < kEach; ++i) {
                if (i % 3 == 2) { // what was read comes back meanwhile
                    reserve.giveBack(mine.back());
                    mine.pop_back();
                }
                mine.push_back(reserve.take());
            }
        });
    for (std::thread& thread : threads)
        thread.join();
    std::vector<ChunkNode*> all;
    for (const auto& mine : taken)
        all.insert(all.end(), mine.begin(), mine.end());
    EXPECT_EQ(std::ranges::count(all, nullptr), 0);
    std::ranges::sort(all);
    EXPECT_EQ(std::ranges::adjacent_find(all), all.end());
    for (ChunkNode* node : all)
        reserve.giveBack(node);
}

TEST(ChunkReserve, ThereAreNeverMoreThanItMayMake)
{
    ChunkReserve reserve(3);
    reserve.refill(); // would like more
    std::vector<ChunkNode*> taken;
    while (ChunkNode* node = reserve.take())
        taken.push_back(node);
    EXPECT_EQ(taken.size(), 3U);
    taken.push_back(reserve.makeAnyway());
    EXPECT_NE(taken.back(), nullptr);
    for (ChunkNode* node : taken)
        reserve.giveBack(node);
    EXPECT_NE(reserve.take(), nullptr) << "what came back is there again";
}

TEST(ChunkReserve, WhatCameBackIsUsedAgain)
{
    constexpr int kMany = 600; // more than there are slots
    ChunkReserve reserve(10'000);
    std::set<ChunkNode*> all;
    for (int round = 0; round < 10; ++round) {
        std::vector<ChunkNode*> taken;
        for (int i = 0; i < kMany; ++i) {
            if (i % 100 == 0)
                reserve.refill();
            taken.push_back(reserve.take());
        }
        all.insert(taken.begin(), taken.end());
        for (ChunkNode* node : taken)
            reserve.giveBack(node);
    }
    EXPECT_LE(all.size(), kMany + 256U) << "the same ones go round";
}

TEST(ChunkReserve, WhatIsNotNeededForLongGoesBackToTheSystem)
{
    constexpr int kMany = 2'000;
    ChunkReserve reserve(kMany);
    std::vector<ChunkNode*> taken;
    while (ChunkNode* node = reserve.take())
        taken.push_back(node);
    EXPECT_EQ(taken.size(), static_cast<std::size_t>(kMany));
    EXPECT_EQ(reserve.inUse(), kMany);
    for (ChunkNode* node : taken)
        reserve.giveBack(node);
    EXPECT_EQ(reserve.inUse(), 0);
    const std::size_t most = reserve.bytes();
    reserve.refill();
    EXPECT_LT(reserve.bytes(), most);
    EXPECT_GT(reserve.bytes(), most - most / 10) << "little at a time: it may be needed again";
    for (int i = 0; i < kMany; ++i)
        reserve.refill();
    EXPECT_LT(reserve.bytes(), most / 2);
    EXPECT_GT(reserve.bytes(), 0U);
}

} // namespace
} // namespace threadscape
