#include "schedule/schedule.h"

#include "analysis/core_time.h"
#include "support/event_stream.h"
#include "support/fake_scheduler.h"
#include "support/units.h"

#include <gtest/gtest.h>
#include <numeric>

namespace threadscape::schedule {
namespace {

using Kind = SwitchRecord::Kind;

/// A trace that is told of by its threads and by a system, both of a test's making.
class ScheduleTest : public testing::Test {
protected:
    TrackId thread(const char* name, std::int32_t osId)
    {
        const TrackId track = m_stream.track(name);
        m_stream.names().track(track).osId = osId;
        return track;
    }
    void tell(std::int64_t atNs, std::int32_t osId, Kind kind, std::int16_t core = 0)
    {
        m_system.told.switches.push_back({atNs, osId, core, kind});
    }
    Snapshot settle(std::int64_t untilNs, bool last = false)
    {
        m_system.told.untilNs = untilNs;
        m_schedule.drain(last);
        Snapshot snapshot;
        snapshot.nowNs = untilNs;
        snapshot.finished = last;
        snapshot.lanes.resize(m_stream.names().tracks());
        m_schedule.settle(snapshot, untilNs, last);
        return snapshot;
    }
    TrackId core(int number)
    {
        for (std::size_t t = 0; t < m_stream.names().tracks(); ++t)
            if (m_stream.names().track(static_cast<TrackId>(t)).name == "Core " + std::to_string(number))
                return static_cast<TrackId>(t);
        ADD_FAILURE() << "no core " << number;
        return kNoTrack;
    }
    std::string ranOn(int number)
    {
        std::string all;
        const auto& slices = m_stream.trace().lane(core(number)).operations[0];
        for (std::size_t i = 0; i < slices.size(); ++i)
            all += std::string(m_stream.names().text(slices[i].object)) + ' ' +
                   std::to_string(slices[i].startNs) + ".." + std::to_string(slices[i].endNs) + '\n';
        return all;
    }

    EventStream m_stream;
    FakeScheduler m_system{SchedulerSource::Kind::perf};
    Schedule m_schedule{m_stream.trace(), m_system, m_stream.builder().clock()};
};

TEST_F(ScheduleTest, ACoreShowsWhoRanThereAndNeverTwoAtOnce)
{
    thread("a", 11);
    thread("b", 12);
    tell(10, 11, Kind::on);
    tell(20, 11, Kind::offForced);
    tell(20, 12, Kind::on);
    tell(30, 99, Kind::on); // that b left it was lost; 99 is no thread of the run
    tell(40, 99, Kind::offWaits);
    tell(45, 11, Kind::offWaits); // not there
    settle(100, true);
    EXPECT_EQ(ranOn(0), "a 10..20\nb 20..30\nThreadscape 30..40\n");
}

TEST_F(ScheduleTest, WhoHasACoreIsShownBeforeItLeavesIt)
{
    const TrackId a = thread("a", 11);
    tell(10, 11, Kind::on);
    const Snapshot snapshot = settle(50);
    const auto& open = snapshot.lanes[core(0)].spans[OpenSpans::kFirstOperation];
    ASSERT_TRUE(open);
    EXPECT_EQ(open->sinceNs, 10);
    EXPECT_EQ(open->detail, a);
    EXPECT_EQ(m_stream.names().text(open->object), "a");
    settle(80, true);
    EXPECT_EQ(ranOn(0), "a 10..80\n");
}

TEST_F(ScheduleTest, WhatWasToldBeforeAThreadHadANumberIsNotLost)
{
    const TrackId track = m_stream.track("late");
    m_stream.builder().setSchedule(&m_schedule);
    tell(100, 31, Kind::on);
    tell(200, 31, Kind::offForced);
    settle(250);
    m_stream.names().track(track).osId = 31;
    m_stream.take(m_stream.begin(track, 150));
    tell(400, 31, Kind::on, 1);
    settle(500);
    const Lane& lane = m_stream.trace().lane(track);
    ASSERT_EQ(lane.waits.size(), 1U);
    EXPECT_EQ(lane.waits[0].state, static_cast<std::uint8_t>(State::ready));
    EXPECT_EQ(lane.waits[0].startNs, 200);
    EXPECT_EQ(lane.waits[0].endNs, 400);
    const SwitchCounts& counts = m_stream.names().track(track).switches;
    EXPECT_EQ(counts.forced, 1);
    EXPECT_EQ(counts.voluntary, 0);
    EXPECT_EQ(counts.migrations, 1);
}

// The system says nothing of a thread's leave when that is its end: what follows on the core is not the thread's.
TEST_F(ScheduleTest, AThreadHasACoreUntilItsEndAtMost)
{
    const TrackId a = thread("a", 11);
    const TrackId b = thread("b", 12);
    m_stream.take({m_stream.begin(a, 0), m_stream.begin(b, 0)});
    tell(10, 11, Kind::on, 0);
    tell(20, 12, Kind::on, 1);
    settle(50);
    m_stream.take({m_stream.end(a, 60), m_stream.end(b, 70)});
    settle(80);
    EXPECT_EQ(ranOn(0), "a 10..60\n");
    EXPECT_EQ(ranOn(1), "b 20..70\n");
    // Nor is it where another thread's coming is what ends it.
    const TrackId c = thread("c", 13);
    m_stream.take(m_stream.begin(c, 80));
    tell(90, 13, Kind::on, 0);
    tell(200, 14, Kind::on, 0);
    m_stream.take(m_stream.end(c, 120));
    settle(300);
    EXPECT_EQ(ranOn(0), "a 10..60\nc 90..120\n");
}

TEST_F(ScheduleTest, TheFourPartsOfACoreAddUp)
{
    thread("a", 11);
    for (std::int64_t ms = 0; ms < 1'000; ms += 10) {
        tell(ms * kMs, 11, Kind::on);
        tell((ms + 4) * kMs, 11, Kind::offForced);
        if (ms % 50 == 0)
            settle((ms + 5) * kMs);
    }
    const Snapshot snapshot = settle(1'000 * kMs, true);
    for (const auto& [fromMs, toMs] : {std::pair{0, 1'000}, std::pair{0, 333}, std::pair{517, 1'000}}) {
        const CoreTime time = coreTime(m_stream.trace(), snapshot, core(0), fromMs * kMs, toMs * kMs);
        EXPECT_EQ(time.ownNs + time.otherNs + time.stolenNs + time.idleNs, (toMs - fromMs) * kMs);
        EXPECT_NEAR(static_cast<double>(time.ownNs), 0.4 * static_cast<double>((toMs - fromMs) * kMs),
                    4.0 * kMs);
    }
}

TEST_F(ScheduleTest, LostSwitchesAreCounted)
{
    m_system.told.lost = 3;
    settle(10);
    m_system.told.lost = 4;
    settle(20);
    EXPECT_EQ(m_stream.trace().switchesLost(), 7U);
}

TEST_F(ScheduleTest, TheLivingAreWatched)
{
    const TrackId a = thread("a", 11);
    const TrackId b = m_stream.track("b", TrackKind::process);
    thread("dead", 13);
    m_stream.names().track(b).osId = 12;
    for (const TrackId track : {a, b})
        m_stream.names().track(track).alive = true;
    settle(10);
    ASSERT_EQ(m_system.watched.size(), 2U);
    EXPECT_EQ(m_system.watched[0].osId, 11);
    EXPECT_FALSE(m_system.watched[0].isProcess);
    EXPECT_EQ(m_system.watched[1].osId, 12);
    EXPECT_TRUE(m_system.watched[1].isProcess);
}

} // namespace
} // namespace threadscape::schedule
