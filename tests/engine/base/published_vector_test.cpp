#include "base/published_vector.h"

#include <atomic>
#include <gtest/gtest.h>
#include <memory>
#include <string>
#include <thread>

namespace threadscape {
namespace {

TEST(PublishedVector, ElementsStayWhereTheyAre)
{
    PublishedVector<int, 4> vector;
    const int* first = &vector.emplace(0);
    for (int i = 1; i < 10'000; ++i)
        vector.emplace(i);
    EXPECT_EQ(&vector[0], first);
    EXPECT_EQ(vector.size(), 10'000U);
    for (std::size_t i = 0; i < vector.size(); ++i)
        ASSERT_EQ(vector[i], static_cast<int>(i));
}

TEST(PublishedVector, TakesElementsThatCannotBeMoved)
{
    PublishedVector<std::atomic<int>, 4> vector;
    for (int i = 0; i < 20; ++i)
        vector.emplaceWith([&](std::atomic<int>& element) { element = i; });
    EXPECT_EQ(vector[19], 19);
    PublishedVector<std::unique_ptr<int>, 4> owners;
    owners.emplace(std::make_unique<int>(7));
    EXPECT_EQ(*owners[0], 7);
}

TEST(PublishedVector, GivesBackItsOldestBlocksButNotTheLast)
{
    PublishedVector<std::string, 4> vector;
    EXPECT_EQ(vector.releaseOldest(), 0U);
    for (int i = 0; i < 12; ++i)
        vector.emplace(std::to_string(i));
    const std::size_t before = vector.bytes();
    EXPECT_GT(vector.releaseOldest(), 0U);
    EXPECT_EQ(vector.firstKept(), 4U);
    EXPECT_LT(vector.bytes(), before);
    EXPECT_GT(vector.releaseOldest(), 0U);
    EXPECT_EQ(vector.releaseOldest(), 0U); // the last block, full or not
    EXPECT_EQ(vector.firstKept(), 8U);
    EXPECT_EQ(vector[8], "8");
    EXPECT_EQ(vector[11], "11");
    vector.emplace("12");
    EXPECT_EQ(vector[12], "12");
    EXPECT_GT(vector.releaseOldest(), 0U);
}

TEST(PublishedVector, CostsWhatItHolds)
{
    struct Item {
        std::int64_t a = 0;
        std::int64_t b = 0;
    };
    PublishedVector<Item, 512> vector;
    EXPECT_LE(sizeof(vector), 64U);
    EXPECT_EQ(vector.bytes(), 0U);
    vector.emplace(1, 2);
    EXPECT_LE(vector.bytes(), 192U);
    for (std::int64_t i = 1; i < 512; ++i) {
        vector.emplace(i, i);
        ASSERT_LE(vector.bytes(), 2 * vector.size() * sizeof(Item) + 512) << i;
    }
    for (std::int64_t i = 512; i < 10'000; ++i)
        vector.emplace(i, i);
    EXPECT_LE(vector.bytes(), (10'000 + 512) * sizeof(Item) + 1024);
    // Released in whole blocks, the parts of the first among them.
    EXPECT_EQ(vector.releaseOldest(), 512 * sizeof(Item));
    EXPECT_EQ(vector.releaseOldest(), 512 * sizeof(Item));
    EXPECT_EQ(vector.firstKept(), 1024U);
    EXPECT_EQ(vector[1024].a, 1024);
    EXPECT_EQ(vector[9'999].b, 9'999);
}

TEST(PublishedVector, BeginsBehindReleasedElements)
{
    PublishedVector<std::int64_t, 64> vector;
    vector.beginAt(128);
    EXPECT_EQ(vector.bytes(), 0U);
    for (std::int64_t i = 128; i < 300; ++i)
        vector.emplace(i);
    EXPECT_EQ(vector.firstKept(), 128U);
    EXPECT_EQ(vector.size(), 300U);
    EXPECT_EQ(vector[128], 128);
    EXPECT_EQ(vector[299], 299);
}

TEST(PublishedVector, AReaderBesideTheWriterSeesWholeElements)
{
    struct Pair {
        std::size_t a = 0;
        std::size_t b = 0;
    };
    PublishedVector<Pair, 64> vector;
    constexpr std::size_t kCount = 200'000;
    std::thread writer([&] {
        for (std::size_t i = 0; i < kCount; ++i)
            vector.emplace(i, ~i);
    });
    std::size_t seen = 0;
    std::size_t wrong = 0;
    while (seen < kCount) {
        const std::size_t size = vector.size();
        for (; seen < size; ++seen)
            wrong += vector[seen].a != seen || vector[seen].b != ~seen ? 1 : 0;
    }
    writer.join();
    EXPECT_EQ(wrong, 0U);
}

} // namespace
} // namespace threadscape
