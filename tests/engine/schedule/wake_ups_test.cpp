#include "schedule/wake_ups.h"

#include "support/event_stream.h"

#include <gtest/gtest.h>

namespace threadscape {
namespace {

TEST(WakeUps, AConditionIsNotifiedAndALockReleased)
{
    EventStream stream;
    playBank(stream);
    const Lane& withdrawer = stream.trace().lane(2);
    const Span& condition = withdrawer.waits[0];
    const Span& lock = withdrawer.waits[1];
    EXPECT_EQ(wakeTime(stream.trace(), condition), 400'000);
    EXPECT_EQ(wakeTime(stream.trace(), lock), 450'000);
}

TEST(WakeUps, AnItemIsPut)
{
    EventStream stream;
    const TrackId producer = stream.track("producer");
    const TrackId consumer = stream.track("consumer");
    const ObjectId queue = stream.object("queue", ObjectKind::queue);
    stream.take({stream.begin(producer, 0), stream.begin(consumer, 0),
                 stream.write(producer, queue, 150, 1, 1),
                 stream.wait(consumer, State::queue, queue, 100, 200, producer),
                 stream.write(consumer, queue, 210, 0, 2)});
    stream.publish(1'000);
    EXPECT_EQ(wakeTime(stream.trace(), stream.trace().lane(consumer).waits[0]), 150);
}

TEST(WakeUps, WithoutARecordItIsTheEndOfTheWait)
{
    EventStream stream;
    playBank(stream);
    const Span& join = stream.trace().lane(0).waits[0];
    EXPECT_EQ(wakeTime(stream.trace(), join), join.endNs);
}

TEST(WakeUps, WhatTheWakerDidBeforeTheWaitIsNotIt)
{
    EventStream stream;
    const TrackId a = stream.track("a");
    const TrackId b = stream.track("b");
    const ObjectId lock = stream.object("lock", ObjectKind::lock);
    const ObjectId condition = stream.object("condition", ObjectKind::condition);
    stream.take({stream.begin(a, 0), stream.hold(a, lock, 1, 10, 20),
                 stream.moment(EventKind::notify, a, condition, 30, 0), stream.begin(b, 0),
                 stream.wait(b, State::lock, lock, 100, 200, a),
                 stream.wait(b, State::condition, condition, 300, 400, a)});
    stream.publish(1'000);
    EXPECT_EQ(wakeTime(stream.trace(), stream.trace().lane(b).waits[0]), 200);
    EXPECT_EQ(wakeTime(stream.trace(), stream.trace().lane(b).waits[1]), 400);
}

} // namespace
} // namespace threadscape
