#include "schedule/lane_schedule.h"
#include "support/units.h"

#include <functional>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <random>
#include <sstream>

namespace threadscape::lane_schedule {
namespace {

using Kind = SwitchRecord::Kind;
using testing::ElementsAre;

constexpr std::int64_t kUs = 1'000;
constexpr std::int64_t kEndNs = 1'000 * kMs;
constexpr TrackId kWaker = 7;

Span waitSpan(State state, std::int64_t fromNs, std::int64_t toNs, TrackId waker = kNoTrack)
{
    return spanOf(fromNs, toNs, waitDetail(waker), kNoObject, static_cast<unsigned>(state));
}

/// One lane, as it comes out: "lock 10..30".
class LaneScheduleTest : public testing::Test {
protected:
    void begin(std::int64_t atNs) { m_lane.beginNs = atNs; }
    void end(std::int64_t atNs) { m_lane.endNs = atNs; }
    void settle(std::int64_t nowNs, std::optional<OpenSpan> open = std::nullopt)
    {
        m_schedule.settle(m_lane, open, nowNs);
    }
    void settle() { m_schedule.settle(m_lane, std::nullopt, kEndNs, true); }
    std::vector<std::string> spans() const
    {
        std::vector<std::string> all;
        for (std::size_t i = 0; i < m_lane.waits.size(); ++i) {
            const Span& span = m_lane.waits[i];
            std::ostringstream text;
            text << stateName(static_cast<State>(span.state)) << ' ' << span.startNs << ".." << span.endNs;
            all.push_back(text.str());
        }
        return all;
    }

    Lane m_lane;
    LaneSchedule m_schedule{SchedulerSource::Kind::perf};
};

TEST_F(LaneScheduleTest, WhoIsPreemptedIsReadyUntilItHasACoreAgain)
{
    begin(0);
    m_schedule.takeSwitch(100, Kind::offForced);
    m_schedule.takeSwitch(400, Kind::on);
    m_schedule.takeSwitch(500, Kind::offForced);
    end(900);
    settle(450);
    EXPECT_THAT(spans(), ElementsAre("ready 100..400"));
    EXPECT_FALSE(m_schedule.openState(std::nullopt, 450));
    const auto open = m_schedule.openState(std::nullopt, 600);
    ASSERT_TRUE(open);
    EXPECT_EQ(open->sinceNs, 500);
    EXPECT_EQ(open->state, static_cast<std::uint8_t>(State::ready));
    m_schedule.takeSwitch(700, Kind::on);
    settle();
    EXPECT_THAT(spans(), ElementsAre("ready 100..400", "ready 500..700"));
}

TEST_F(LaneScheduleTest, WhoIsWokenIsReadyFromThenOn)
{
    begin(0);
    m_schedule.takeSwitch(110, Kind::offWaits);
    m_schedule.takeSwitch(350, Kind::on);
    m_schedule.takeWait(waitSpan(State::lock, 100, 360, kWaker), 300);
    settle();
    EXPECT_THAT(spans(), ElementsAre("lock 100..300", "ready 300..350"));
    EXPECT_EQ(wakerOf(m_lane.waits[1].detail), kWaker);
}

TEST_F(LaneScheduleTest, WhoSpunAndNeverLeftItsCoreWasNeverReady)
{
    begin(0);
    m_schedule.takeWait(waitSpan(State::lock, 100, 160, kWaker), 150);
    settle();
    EXPECT_THAT(spans(), ElementsAre("lock 100..150"));
}

TEST_F(LaneScheduleTest, PreemptedWhileItSpinsItStillWaits)
{
    begin(0);
    m_schedule.takeSwitch(120, Kind::offForced);
    m_schedule.takeSwitch(180, Kind::on);
    m_schedule.takeWait(waitSpan(State::lock, 100, 200, kWaker), 190);
    settle();
    EXPECT_THAT(spans(), ElementsAre("lock 100..190"));
}

TEST_F(LaneScheduleTest, WhoIsWokenByNobodyKnownWaitsUntilItRuns)
{
    begin(0);
    m_schedule.takeSwitch(105, Kind::offWaits);
    m_schedule.takeSwitch(380, Kind::on);
    m_schedule.takeSwitch(385, Kind::offForced);
    m_schedule.takeSwitch(395, Kind::on);
    m_schedule.takeWait(waitSpan(State::io, 100, 400), LaneSchedule::kNotWoken);
    settle();
    EXPECT_THAT(spans(), ElementsAre("io 100..380", "ready 385..395"));
}

TEST_F(LaneScheduleTest, WhatTheSystemMakesItWaitForIsUnknown)
{
    begin(0);
    m_schedule.takeSwitch(100, Kind::offWaits);
    m_schedule.takeSwitch(150, Kind::on);
    settle();
    EXPECT_THAT(spans(), ElementsAre("unknown 100..150"));
}

TEST_F(LaneScheduleTest, AnOpenWaitIsNotTakenForSomethingElse)
{
    begin(0);
    m_schedule.takeSwitch(110, Kind::offWaits);
    const OpenSpan open{100, kNoObject, static_cast<std::uint8_t>(State::sleep), 0};
    settle(500, open);
    EXPECT_TRUE(spans().empty());
    EXPECT_EQ(m_schedule.openState(open, 500)->state, static_cast<std::uint8_t>(State::sleep));
    m_schedule.takeSwitch(600, Kind::on);
    m_schedule.takeWait(waitSpan(State::sleep, 100, 620), 590);
    settle(550); // it has ended, but later than this
    EXPECT_TRUE(spans().empty());
    EXPECT_EQ(m_schedule.openState(std::nullopt, 550)->state, static_cast<std::uint8_t>(State::sleep));
    settle(700);
    EXPECT_THAT(spans(), ElementsAre("sleep 100..590", "ready 590..600"));
}

TEST_F(LaneScheduleTest, NothingLiesOutsideItsLife)
{
    begin(200);
    m_schedule.takeSwitch(50, Kind::on);
    m_schedule.takeSwitch(100, Kind::offForced);
    m_schedule.takeSwitch(150, Kind::on);
    m_schedule.takeSwitch(190, Kind::offForced);
    m_schedule.takeSwitch(250, Kind::on);
    m_schedule.takeSwitch(400, Kind::offWaits);
    end(390);
    settle();
    EXPECT_THAT(spans(), ElementsAre("ready 200..250"));
}

TEST_F(LaneScheduleTest, WhoHasNoCoreAtTheEndIsReadyStill)
{
    begin(0);
    m_schedule.takeSwitch(100, Kind::offForced);
    settle();
    EXPECT_TRUE(spans().empty());
    EXPECT_EQ(m_schedule.openState(std::nullopt, kEndNs)->state, static_cast<std::uint8_t>(State::ready));
}

TEST_F(LaneScheduleTest, LostRecordsCostNoMoreThanWhatTheyTold)
{
    begin(0);
    m_schedule.takeSwitch(100, Kind::offForced);
    m_schedule.takeSwitch(300, Kind::offForced); // that it got a core between was lost
    m_schedule.takeSwitch(350, Kind::on);
    m_schedule.takeSwitch(380, Kind::on);
    settle();
    EXPECT_THAT(spans(), ElementsAre("ready 100..300", "ready 300..350"));
}

TEST_F(LaneScheduleTest, HowOftenItIsSettledMakesNoDifference)
{
    std::mt19937 random(7);
    for (int story = 0; story < 200; ++story) {
        // A thread that waits and is pre-empted by turns.
        struct Told {
            std::int64_t atNs;
            std::function<void(LaneSchedule&)> tell;
        };
        std::vector<Told> all;
        std::vector<Span> waits;
        std::int64_t ns = 0;
        const auto step = [&] { return ns += 1 + static_cast<std::int64_t>(random() % 50); };
        for (int i = 0; i < 40; ++i) {
            const bool waiting = random() % 2 == 0;
            const std::int64_t startNs = step();
            const std::int64_t offNs = step();
            const std::int64_t wokenNs = step();
            const std::int64_t onNs = step();
            const std::int64_t endNs = step();
            all.push_back({offNs, [=](LaneSchedule& to) {
                               to.takeSwitch(offNs, waiting ? Kind::offWaits : Kind::offForced);
                           }});
            all.push_back({onNs, [=](LaneSchedule& to) { to.takeSwitch(onNs, Kind::on); }});
            if (!waiting)
                continue;
            waits.push_back(waitSpan(State::queue, startNs, endNs, kWaker));
            all.push_back(
                {endNs, [=, wait = waits.back()](LaneSchedule& to) { to.takeWait(wait, wokenNs); }});
        }
        const auto openAt = [&](std::int64_t atNs) -> std::optional<OpenSpan> {
            for (const Span& wait : waits)
                if (wait.startNs < atNs && atNs < wait.endNs)
                    return OpenSpan{wait.startNs, kNoObject, static_cast<std::uint8_t>(wait.state), 0};
            return std::nullopt;
        };
        Lane whole;
        Lane pieces;
        whole.beginNs = pieces.beginNs = 0;
        LaneSchedule once(SchedulerSource::Kind::perf);
        LaneSchedule often(SchedulerSource::Kind::perf);
        for (const Told& told : all) {
            told.tell(once);
            told.tell(often);
            if (random() % 3 == 0)
                often.settle(pieces, openAt(told.atNs), told.atNs);
        }
        once.settle(whole, std::nullopt, kEndNs, true);
        often.settle(pieces, std::nullopt, kEndNs, true);
        ASSERT_EQ(whole.waits.size(), pieces.waits.size()) << "story " << story;
        for (std::size_t i = 0; i < whole.waits.size(); ++i) {
            EXPECT_EQ(whole.waits[i].startNs, pieces.waits[i].startNs);
            EXPECT_EQ(whole.waits[i].endNs, pieces.waits[i].endNs);
            EXPECT_EQ(whole.waits[i].state, pieces.waits[i].state);
        }
    }
}

/// Where only CPU clocks are known.
class LaneClocksTest : public LaneScheduleTest {
protected:
    LaneClocksTest() { m_schedule = LaneSchedule(SchedulerSource::Kind::clocks); }

    std::int64_t total(State state) const
    {
        return m_lane.waits.coveredUntil(INT64_MAX, m_lane.waits.size())[static_cast<std::size_t>(state)];
    }
};

TEST_F(LaneClocksTest, WhatItDidNotUseItWaitedForACore)
{
    begin(0);
    m_schedule.takeSample(0, 0);
    m_schedule.takeSample(10 * kMs, 4 * kMs);
    m_schedule.takeSample(20 * kMs, 14 * kMs);
    end(20 * kMs);
    settle();
    EXPECT_EQ(total(State::ready), 6 * kMs);
    EXPECT_LE(m_lane.waits[0].endNs, 10 * kMs); // in the first stretch
    EXPECT_EQ(m_lane.waits[0].label, LaneSchedule::kSomewhere);
}

TEST_F(LaneClocksTest, WaitsAreNoTimeWithoutACore)
{
    begin(0);
    m_schedule.takeSample(0, 0);
    m_schedule.takeWait(waitSpan(State::lock, 2 * kMs, 6 * kMs, kWaker), 5 * kMs);
    m_schedule.takeSample(10 * kMs, 6 * kMs);
    end(10 * kMs);
    settle();
    EXPECT_EQ(total(State::lock), 3 * kMs);
    EXPECT_EQ(total(State::ready), 1 * kMs); // from when it was woken
}

TEST_F(LaneClocksTest, LittleIsKeptUntilItIsWorthShowing)
{
    begin(0);
    m_schedule.takeSample(0, 0);
    std::int64_t cpuNs = 0;
    for (int i = 1; i <= 10; ++i)
        m_schedule.takeSample(i * kMs, cpuNs += kMs - 5 * kUs);
    end(10 * kMs);
    settle();
    EXPECT_GE(total(State::ready), 35 * kUs);
    EXPECT_LE(total(State::ready), 50 * kUs);
    EXPECT_LE(m_lane.waits.size(), 3U);
}

TEST_F(LaneClocksTest, SamplesFromTwoPlacesMayCrossAndClocksMayDiffer)
{
    begin(0);
    m_schedule.takeSample(0, 0);
    m_schedule.takeSample(10 * kMs, 11 * kMs); // more than there was
    m_schedule.takeSample(5 * kMs, 5 * kMs);
    end(10 * kMs);
    settle();
    EXPECT_TRUE(spans().empty());
}

TEST_F(LaneClocksTest, WithoutSamplesWaitsAreShownAllTheSame)
{
    begin(0);
    m_schedule.takeWait(waitSpan(State::lock, 2 * kMs, 6 * kMs), LaneSchedule::kNotWoken);
    settle(10 * kMs);
    EXPECT_TRUE(spans().empty()); // one may still come
    settle(80 * kMs);
    EXPECT_THAT(spans(), ElementsAre("lock 2000000..6000000"));
}

} // namespace
} // namespace threadscape::lane_schedule
