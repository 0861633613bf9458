#include "trace/span_channel.h"

#include <gtest/gtest.h>
#include <random>
#include <vector>

namespace threadscape {
namespace {

constexpr int kCategories = 3;
using Channel = SpanChannel<kCategories>;

// Random spans, some empty, some touching, some beginning before the last one ended; as the channel keeps them.
std::vector<Span> fill(Channel& channel, std::mt19937& random, int count)
{
    std::vector<Span> kept;
    std::int64_t atNs = 1'000;
    const auto upTo = [&](int most) {
        return static_cast<std::int64_t>(random() % static_cast<unsigned>(most + 1));
    };
    for (int i = 0; i < count; ++i) {
        Span span;
        span.startNs = atNs + (i % 7 == 0 ? 0 : upTo(50)) - (i % 11 == 0 ? upTo(20) : 0);
        span.endNs = span.startNs + (i % 5 == 0 ? 0 : upTo(100));
        span.state = static_cast<std::uint16_t>(random() % kCategories) & 0x0FU;
        channel.append(span, span.state);
        if (!kept.empty())
            span.startNs = std::max(span.startNs, kept.back().endNs);
        span.endNs = std::max(span.endNs, span.startNs);
        kept.push_back(span);
        atNs = span.endNs;
    }
    return kept;
}

Channel::Totals bruteForce(const std::vector<Span>& spans, std::int64_t ns, std::size_t count)
{
    Channel::Totals totals{};
    for (std::size_t i = 0; i < count; ++i)
        if (spans[i].startNs < ns)
            totals[spans[i].state] += std::min(spans[i].endNs, ns) - spans[i].startNs;
    return totals;
}

TEST(SpanChannel, EmptyCoversNothing)
{
    const Channel channel;
    EXPECT_EQ(channel.coveredUntil(100, 0), Channel::Totals{});
    EXPECT_EQ(channel.firstEndingAfter(0, 0), 0U);
}

TEST(SpanChannel, OverlapIsCut)
{
    Channel channel;
    channel.append({.startNs = 0, .endNs = 100}, 0);
    channel.append({.startNs = 90, .endNs = 150}, 0);
    channel.append({.startNs = 100, .endNs = 120}, 0); // wholly inside
    EXPECT_EQ(channel[1].startNs, 100);
    EXPECT_EQ(channel[2].startNs, 150);
    EXPECT_EQ(channel[2].endNs, 150);
    EXPECT_EQ(channel.coveredUntil(1'000, 3)[0], 150);
}

TEST(SpanChannel, CoveredTimeIsThatOfTheSpans)
{
    std::mt19937 random(5);
    for (const int count : {1, 63, 64, 65, 128, 1'000, 5'000, 20'000}) {
        Channel channel;
        const std::vector<Span> spans = fill(channel, random, count);
        const std::int64_t last = spans.back().endNs;
        for (int i = 0; i < 300; ++i) {
            const auto ns = static_cast<std::int64_t>(random() % static_cast<unsigned>(last + 100));
            const std::size_t prefix = random() % (static_cast<std::size_t>(count) + 1);
            ASSERT_EQ(channel.coveredUntil(ns, spans.size()), bruteForce(spans, ns, spans.size()));
            ASSERT_EQ(channel.coveredUntil(ns, prefix), bruteForce(spans, ns, prefix));
        }
    }
}

TEST(SpanChannel, ACursorChangesNothing)
{
    std::mt19937 random(6);
    Channel channel;
    const std::vector<Span> spans = fill(channel, random, 15'000);
    Channel::Cursor cursor;
    for (int i = 0; i < 2'000; ++i) {
        // Forwards as a painter walks, with leaps in both directions.
        const std::int64_t ns = i % 10 == 9 ? static_cast<std::int64_t>(random() % 1'200'000U) : i * 500;
        ASSERT_EQ(channel.coveredUntil(ns, spans.size(), cursor, 0), bruteForce(spans, ns, spans.size()));
    }
}

TEST(SpanChannel, AToleranceIsOffByNoMoreThanItself)
{
    std::mt19937 random(7);
    Channel channel;
    const std::vector<Span> spans = fill(channel, random, 3'000);
    Channel::Cursor cursor;
    constexpr std::int64_t kTolerance = 10'000;
    for (std::int64_t ns = 0; ns < spans.back().endNs + 1'000; ns += 97) {
        const auto near = channel.coveredUntil(ns, spans.size(), cursor, kTolerance);
        const auto exact = bruteForce(spans, ns, spans.size());
        for (std::size_t c = 0; c < kCategories; ++c)
            ASSERT_LE(std::abs(near[c] - exact[c]), kTolerance);
    }
}

TEST(SpanChannel, FirstEndingAfterIsThatOfTheSpans)
{
    std::mt19937 random(8);
    Channel channel;
    const std::vector<Span> spans = fill(channel, random, 2'000);
    for (int i = 0; i < 2'000; ++i) {
        const auto ns = static_cast<std::int64_t>(random() % static_cast<unsigned>(spans.back().endNs + 100));
        std::size_t expected = 0;
        while (expected < spans.size() && spans[expected].endNs <= ns)
            ++expected;
        ASSERT_EQ(channel.firstEndingAfter(ns, spans.size()), expected);
        const std::size_t hint = expected == 0 ? 0 : random() % (expected + 1);
        ASSERT_EQ(channel.firstEndingAfter(ns, spans.size(), hint), expected);
        const std::size_t prefix = random() % (spans.size() + 1);
        ASSERT_EQ(channel.firstEndingAfter(ns, prefix), std::min(expected, prefix));
    }
}

TEST(SpanChannel, ThinningKeepsTheTotals)
{
    std::mt19937 random(9);
    Channel channel;
    const std::vector<Span> spans = fill(channel, random, 5'000);
    const std::size_t bytes = channel.bytes();
    EXPECT_GT(channel.thin(), 0U);
    EXPECT_GT(channel.thin(), 0U);
    EXPECT_LT(channel.bytes(), bytes);
    const std::size_t kept = channel.firstKept();
    ASSERT_GT(kept, 0U);
    for (std::size_t i = 0; i < spans.size(); i += 13) {
        const std::int64_t ns = spans[i].startNs;
        const auto found = channel.coveredUntil(ns, spans.size());
        const auto exact = bruteForce(spans, ns, spans.size());
        // Exact at every 64th span and wherever spans are kept; in between a stretch is shared out evenly.
        if (i >= kept || i % Channel::kStride == 0) {
            ASSERT_EQ(found, exact) << i;
            continue;
        }
        const std::size_t stride = i / Channel::kStride * Channel::kStride;
        const std::int64_t length = spans[stride + Channel::kStride].startNs - spans[stride].startNs;
        for (std::size_t c = 0; c < kCategories; ++c)
            ASSERT_LE(std::abs(found[c] - exact[c]), length) << i;
    }
    EXPECT_EQ(channel.coveredUntil(INT64_MAX, spans.size()), bruteForce(spans, INT64_MAX, spans.size()));
    EXPECT_EQ(channel.firstEndingAfter(0, spans.size()), kept);
}

TEST(SpanChannel, APrefixFromBeforeTheThinningIsStillAnswered)
{
    std::mt19937 random(10);
    Channel channel;
    const std::vector<Span> spans = fill(channel, random, 5'000);
    while (channel.thin() > 0) {
    }
    ASSERT_GT(channel.firstKept(), 200U);
    // 100 is no multiple of a stride: its last spans are known by their totals alone.
    const auto covered = channel.coveredUntil(INT64_MAX, 100);
    const auto least = bruteForce(spans, INT64_MAX, 64);
    const auto most = bruteForce(spans, INT64_MAX, 128);
    for (std::size_t c = 0; c < kCategories; ++c) {
        EXPECT_GE(covered[c], least[c]);
        EXPECT_LE(covered[c], most[c]);
    }
    EXPECT_EQ(channel.firstEndingAfter(0, 100), 100U);
}

TEST(SpanChannel, WithoutItsOldMarksTheTotalsStay)
{
    std::mt19937 random(12);
    Channel channel;
    const std::vector<Span> spans = fill(channel, random, 100'000);
    EXPECT_EQ(channel.thinMarks(), 0U) << "their spans are there";
    while (channel.thin() > 0) {
    }
    const std::size_t bytes = channel.bytes();
    while (channel.thinMarks() > 0) {
    }
    EXPECT_LT(channel.bytes(), bytes / 2);

    // Exact at every 64th mark, and from the last kept mark on; in between a stretch is shared out evenly.
    constexpr std::size_t kFar = Channel::kStride * 64;
    const std::size_t marked = spans.size() / (512 * Channel::kStride) * (512 * Channel::kStride);
    Channel::Totals before{};
    Channel::Cursor cursor;
    std::size_t exactAt = 0;
    Channel::Totals exact{};
    for (std::size_t i = 0; i < spans.size(); i += Channel::kStride) {
        const std::int64_t ns = spans[i].startNs;
        for (; exactAt < i; ++exactAt)
            exact[spans[exactAt].state] += spans[exactAt].endNs - spans[exactAt].startNs;
        const auto found = channel.coveredUntil(ns, spans.size());
        ASSERT_EQ(channel.coveredUntil(ns, spans.size(), cursor, 0), found);
        if (i >= marked || i % kFar == 0) {
            ASSERT_EQ(found, exact) << i;
        }
        for (std::size_t c = 0; c < kCategories; ++c)
            ASSERT_GE(found[c], before[c]) << i;
        before = found;
    }
    EXPECT_EQ(channel.coveredUntil(INT64_MAX, spans.size()), bruteForce(spans, INT64_MAX, spans.size()));

    // As a file tells it: in strides that do not go back.
    for (std::size_t i = 1; i < spans.size() / Channel::kStride; ++i) {
        const auto last = channel.mark(i - 1);
        const auto mark = channel.mark(i);
        ASSERT_GE(mark.startNs, last.startNs) << i;
        std::int64_t covered = 0;
        for (std::size_t c = 0; c < kCategories; ++c)
            covered += mark.before[c] - last.before[c];
        ASSERT_LE(covered, mark.startNs - last.startNs) << i;
    }
}

} // namespace
} // namespace threadscape
