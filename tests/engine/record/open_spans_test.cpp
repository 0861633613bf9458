#include "record/open_spans.h"

#include <gtest/gtest.h>
#include <memory>
#include <thread>

namespace threadscape {
namespace {

TEST(OpenSpans, TellsWhatIsOpen)
{
    OpenSpans spans;
    EXPECT_EQ(spans.read(3).since, 0U);
    spans.open(3, 100, 7, 12, 0xFFFFFFFF);
    const OpenSpans::Open open = spans.read(3);
    EXPECT_EQ(open.since, 100U);
    EXPECT_EQ(open.object, 7);
    EXPECT_EQ(open.state, 12);
    EXPECT_EQ(open.detail, 0xFFFFFFFFU);
    EXPECT_TRUE(spans.isOpen(3));
    EXPECT_EQ(spans.read(2).since, 0U);
    spans.close(3);
    EXPECT_EQ(spans.read(3).since, 0U);
    EXPECT_FALSE(spans.isOpen(3));
}

// What is read belongs together, whether spans are closed before the next one opens or simply replaced.
TEST(OpenSpans, AReaderNeverMixesTwoSpans)
{
    const auto spans = std::make_unique<OpenSpans>();
    std::atomic<bool> done{false};
    std::atomic<std::uint64_t> wrong{0};
    std::atomic<std::uint64_t> seen{0};
    std::thread reader([&] {
        while (!done.load(std::memory_order_relaxed)) {
            const OpenSpans::Open open = spans->read(0);
            if (open.since == 0)
                continue;
            seen.fetch_add(1, std::memory_order_relaxed);
            if (open.detail != static_cast<std::uint32_t>(open.since) || open.object != open.since % 60'000)
                wrong.fetch_add(1, std::memory_order_relaxed);
        }
    });
    constexpr Ticks kLeast = 300'000;
    for (Ticks i = 1; i < kLeast || seen.load(std::memory_order_relaxed) < 100; ++i) {
        spans->open(0, i, static_cast<ObjectId>(i % 60'000), 1, static_cast<std::uint32_t>(i));
        if (i % 3 == 0)
            spans->close(0);
    }
    done = true;
    reader.join();
    EXPECT_EQ(wrong, 0U);
}

} // namespace
} // namespace threadscape
