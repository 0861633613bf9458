#include "record/event.h"

#include <gtest/gtest.h>

namespace threadscape {
namespace {

TEST(Event, DurationsAreExactUpToADay)
{
    constexpr Ticks kStart = 77;
    for (const Ticks ticks :
         {Ticks{0}, Ticks{1}, Ticks{0xFFFFFFFF}, Ticks{0x100000000}, (Ticks{1} << 48U) - 1})
        EXPECT_EQ(spanEvent(EventKind::wait, 0, 0, kStart, kStart + ticks, 0, 0).duration(), ticks);
}

TEST(Event, MomentsCarryAValueAndANumber)
{
    constexpr std::int64_t kMost = (std::int64_t{1} << 47U) - 1;
    for (const std::int64_t value :
         {std::int64_t{0}, std::int64_t{-1}, kMost, -kMost - 1, std::int64_t{1} << 40U}) {
        for (const std::uint32_t number : {0U, 10U, 0xFFFFU, 0x10000U, 0xFFFFFFFFU}) {
            const Event event = momentEvent(EventKind::write, 7, 8, 9, value, number, 11);
            EXPECT_EQ(event.value(), value);
            EXPECT_EQ(event.number(), number);
            EXPECT_EQ(event.track, 7);
            EXPECT_EQ(event.object, 8);
            EXPECT_EQ(event.start, 9U);
            EXPECT_EQ(event.label(), 11);
            EXPECT_EQ(event.slot(), 0);
        }
    }
    EXPECT_EQ(momentEvent(EventKind::write, 7, 8, 9, INT64_MAX).value(), kMost);
    EXPECT_EQ(momentEvent(EventKind::write, 7, 8, 9, INT64_MIN).value(), -kMost - 1);
}

TEST(Event, SpansKeepSlotAndLabelApart)
{
    const Event event = spanEvent(EventKind::operation, 1, 2, 1'000, 1'500, 0xFFFFFFFE, 3, 1);
    EXPECT_EQ(event.slot(), 3);
    EXPECT_EQ(event.label(), 1);
    EXPECT_EQ(event.detail(), 0xFFFFFFFE);
    EXPECT_EQ(event.duration(), 500U);
}

TEST(Event, EachKindSlotAndLabelHasItsOwnHead)
{
    for (unsigned kind = 0; kind <= static_cast<unsigned>(kLastEventKind); ++kind)
        for (std::uint8_t slot = 0; slot < 16; ++slot)
            for (Label label = 0; label <= Event::kMostLabel; ++label) {
                const Event event = spanEvent(static_cast<EventKind>(kind), 1, 2, 10, 20, 0, slot, label);
                ASSERT_EQ(static_cast<unsigned>(event.kind()), kind);
                ASSERT_EQ(event.slot(), slot);
                ASSERT_EQ(event.label(), label);
            }
    EXPECT_EQ(spanEvent(EventKind::hold, 1, 2, 10, 20, 0, 5, Event::kMostLabel + 1).slot(), 5);
}

} // namespace
} // namespace threadscape
