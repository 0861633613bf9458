#include "base/block_memory.h"

#include <cstdint>
#include <cstring>
#include <gtest/gtest.h>
#include <random>
#include <thread>
#include <vector>

namespace threadscape {
namespace {

struct Block {
    void* place;
    std::size_t bytes;
    unsigned char filling;
};

bool isIntact(const Block& block)
{
    const auto* const bytes = static_cast<const unsigned char*>(block.place);
    return bytes[0] == block.filling && std::memcmp(bytes, bytes + 1, block.bytes - 1) == 0;
}

// Takes and gives back in random order; every block keeps what was written into it.
void exercise(unsigned seed)
{
    std::mt19937 random(seed);
    constexpr std::size_t kSizes[] = {4096, 6144, 12'288, 100'000, 1'000'001};
    std::vector<Block> blocks;
    for (int step = 0; step < 600; ++step) {
        if (blocks.empty() || random() % 5 < 3) {
            const std::size_t bytes = kSizes[random() % std::size(kSizes)];
            const Block block{BlockMemory::take(bytes), bytes, static_cast<unsigned char>(step)};
            ASSERT_EQ(reinterpret_cast<std::uintptr_t>(block.place) % 64, 0U);
            std::memset(block.place, block.filling, bytes);
            blocks.push_back(block);
            continue;
        }
        const std::size_t which = random() % blocks.size();
        ASSERT_TRUE(isIntact(blocks[which]));
        BlockMemory::giveBack(blocks[which].place, blocks[which].bytes);
        blocks[which] = blocks.back();
        blocks.pop_back();
    }
    for (const Block& block : blocks) {
        ASSERT_TRUE(isIntact(block));
        BlockMemory::giveBack(block.place, block.bytes);
    }
}

TEST(BlockMemory, BlocksNeverOverlapWhoeverTakesThem)
{
    std::vector<std::jthread> threads;
    for (unsigned seed = 1; seed <= 4; ++seed)
        threads.emplace_back(exercise, seed);
}

TEST(BlockMemory, ABlockThatCameBackIsTakenAgain)
{
    void* const kept = BlockMemory::take(8192); // and with it its slab
    void* const first = BlockMemory::take(8192);
    BlockMemory::giveBack(first, 8192);
    BlockMemory::giveBack(nullptr, 8192);
    void* const second = BlockMemory::take(8192);
#if !defined(__SANITIZE_ADDRESS__) // which keeps what came back apart, on purpose
    EXPECT_EQ(second, first);
#endif
    BlockMemory::giveBack(second, 8192);
    BlockMemory::giveBack(kept, 8192);
}

} // namespace
} // namespace threadscape
