#include "support/transitions.h"

#include "support/event_stream.h"

#include <gmock/gmock.h>
#include <set>

namespace threadscape {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

class TransitionsTest : public ::testing::Test {
protected:
    std::vector<std::string> found(const std::vector<Event>& events, std::int64_t nowNs = 100'000)
    {
        m_stream.take(events).publish(nowNs);
        return validate(m_stream.trace());
    }

    EventStream m_stream;
    TrackId m_a = m_stream.track("a");
    TrackId m_b = m_stream.track("b");
    ObjectId m_lock = m_stream.object("lock", ObjectKind::lock);
    ObjectId m_condition = m_stream.object("condition", ObjectKind::condition);
    ObjectId m_variable = m_stream.object("variable", ObjectKind::variable);
};

TEST(Transitions, NothingFollowsTheEndAndNothingComesBeforeTheBegin)
{
    for (int e = 0; e < kEdges; ++e) {
        EXPECT_EQ(phaseAfter(Phase::ended, static_cast<Edge>(e)), Phase::illegal);
        if (static_cast<Edge>(e) != Edge::begin) {
            EXPECT_EQ(phaseAfter(Phase::unborn, static_cast<Edge>(e)), Phase::illegal);
        }
    }
    EXPECT_EQ(phaseAfter(Phase::unborn, Edge::begin), Phase::running);
}

TEST(Transitions, AWaiterDoesNothingElse)
{
    for (const Phase phase :
         {Phase::waiting, Phase::onCondition, Phase::waitingForLock, Phase::unwindingWaiting})
        for (const Edge edge :
             {Edge::begin, Edge::end, Edge::waitBegins, Edge::conditionBegins, Edge::lockBegins,
              Edge::holdBegins, Edge::operationBegins, Edge::operationEnds, Edge::moment})
            EXPECT_EQ(phaseAfter(phase, edge), Phase::illegal);
}

TEST_F(TransitionsTest, ASoundTraceHasNoViolation)
{
    EventStream stream;
    playBank(stream);
    EXPECT_THAT(validate(stream.trace()), IsEmpty());
}

TEST_F(TransitionsTest, AnEmptyTraceIsSound)
{
    EXPECT_THAT(found({}), IsEmpty());
}

TEST_F(TransitionsTest, ReadingWhileWaiting)
{
    EXPECT_THAT(found({m_stream.begin(m_a, 0), m_stream.moment(EventKind::read, m_a, m_variable, 150, 0),
                       m_stream.wait(m_a, State::sleep, kNoObject, 100, 200), m_stream.end(m_a, 300)}),
                ElementsAre("a reads, writes or notifies at 150 ns while waiting"));
}

TEST_F(TransitionsTest, ActingAfterTheEndOrBeforeTheBegin)
{
    EXPECT_THAT(
        found({m_stream.begin(m_a, 0), m_stream.end(m_a, 300), m_stream.hold(m_a, m_lock, 1, 400, 500),
               m_stream.begin(m_b, 100), m_stream.wait(m_b, State::sleep, kNoObject, 50, 80)}),
        ElementsAre(HasSubstr("a takes a lock at 400 ns while after its end"),
                    HasSubstr("b begins a wait at 50 ns while before its begin")));
}

TEST_F(TransitionsTest, AConditionWaitComesBackWithTheLock)
{
    const std::vector<Event> start{m_stream.begin(m_a, 0), m_stream.hold(m_a, m_lock, 1, 100, 210),
                                   m_stream.wait(m_a, State::condition, m_condition, 200, 300, m_a)};
    std::vector<Event> events = start;
    events.push_back(m_stream.moment(EventKind::read, m_a, m_variable, 310, 0));
    EXPECT_THAT(found(events),
                ElementsAre("a reads, writes or notifies at 310 ns while on its way back from a condition"));
}

TEST_F(TransitionsTest, AStoppedWaiterMayUnwindWithoutTheLock)
{
    EXPECT_THAT(found({m_stream.begin(m_a, 0), m_stream.hold(m_a, m_lock, 1, 100, 210),
                       m_stream.wait(m_a, State::condition, m_condition, 200, 300),
                       m_stream.wait(m_a, State::lock, m_lock, 300, 400),
                       m_stream.operation(m_a, "withdraw", 50, 410),
                       m_stream.wait(m_a, State::join, kNoObject, 420, 500), m_stream.end(m_a, 510)}),
                IsEmpty());
}

TEST_F(TransitionsTest, ButItTouchesNothing)
{
    EXPECT_THAT(found({m_stream.begin(m_a, 0), m_stream.hold(m_a, m_lock, 1, 100, 210),
                       m_stream.wait(m_a, State::condition, m_condition, 200, 300),
                       m_stream.wait(m_a, State::sleep, kNoObject, 300, 400),
                       m_stream.write(m_a, m_variable, 450, 1, 1)}),
                ElementsAre("a reads, writes or notifies at 450 ns while unwinding"));
}

TEST_F(TransitionsTest, TwoHoldersOfOneLock)
{
    EXPECT_THAT(found({m_stream.begin(m_a, 0), m_stream.hold(m_a, m_lock, 1, 100, 20'000),
                       m_stream.begin(m_b, 0), m_stream.hold(m_b, m_lock, 2, 10'000, 30'000)}),
                ElementsAre("lock: b takes it at 10000 ns, and a has it until 20000 ns"));
}

TEST_F(TransitionsTest, StampsOfTwoCoresMayDifferALittle)
{
    EXPECT_THAT(found({m_stream.begin(m_a, 0), m_stream.hold(m_a, m_lock, 1, 100, 20'000),
                       m_stream.begin(m_b, 0), m_stream.hold(m_b, m_lock, 2, 19'900, 30'000)}),
                IsEmpty());
}

TEST_F(TransitionsTest, AMissingAcquisition)
{
    EXPECT_THAT(found({m_stream.begin(m_a, 0), m_stream.hold(m_a, m_lock, 1, 100, 200),
                       m_stream.hold(m_a, m_lock, 3, 300, 400)}),
                ElementsAre("lock: hold 3 of a comes where 2 should"));
}

TEST_F(TransitionsTest, AnAcquisitionThatIsStillHeldIsNotMissing)
{
    m_stream.open(m_b, OpenSpans::kFirstHold, 250, m_lock, 0, 2);
    EXPECT_THAT(found({m_stream.begin(m_a, 0), m_stream.begin(m_b, 0),
                       m_stream.hold(m_a, m_lock, 1, 100, 200), m_stream.hold(m_a, m_lock, 3, 300, 400)}),
                IsEmpty());
}

TEST_F(TransitionsTest, OperationsNest)
{
    EXPECT_THAT(found({m_stream.begin(m_a, 0), m_stream.operation(m_a, "inner", 200, 350, 1),
                       m_stream.operation(m_a, "outer", 100, 300, 0)}),
                ElementsAre("a: an operation at 200 ns, 1 deep, is not inside another"));
}

TEST_F(TransitionsTest, NumbersNameSomething)
{
    const auto violations =
        found({m_stream.begin(m_a, 0), m_stream.wait(m_a, State::lock, m_variable, 100, 200),
               m_stream.wait(m_a, State::condition, m_lock, 300, 400, 50),
               m_stream.hold(m_a, m_condition, 1, 450, 480),
               m_stream.moment(EventKind::read, m_a, m_lock, 470, 0), m_stream.end(m_a, 500)});
    EXPECT_THAT(violations, Contains("a waits (lock) at 100 ns for variable, which is none"));
    EXPECT_THAT(violations, Contains("a waits (condition) at 300 ns for lock, which is none"));
    EXPECT_THAT(violations, Contains("a was woken at 400 ns by track 50, which there is not"));
    EXPECT_THAT(violations, Contains("a holds condition at 450 ns, which is no lock"));
    EXPECT_THAT(violations, Contains("a: lock at 470 ns is no variable"));
}

TEST_F(TransitionsTest, WokenByOneThatHadNotBegun)
{
    EXPECT_THAT(found({m_stream.begin(m_a, 0), m_stream.wait(m_a, State::lock, m_lock, 100, 200, m_b),
                       m_stream.begin(m_b, 50'000)}),
                ElementsAre("a was woken at 200 ns by b, which had not begun"));
}

TEST_F(TransitionsTest, WhereEventsWereLostTheRestIsStillChecked)
{
    EXPECT_THAT(found({m_stream.gap(m_a, 0, 100, 3), m_stream.hold(m_a, m_lock, 5, 100, 20'000),
                       m_stream.hold(m_b, m_lock, 7, 10'000, 30'000)}),
                ElementsAre("lock: b takes it at 10000 ns, and a has it until 20000 ns"));
}

TEST(Transitions, TasksGoThroughTheirStatesInOneWay)
{
    using enum TaskState;
    const std::set<std::pair<TaskState, TaskState>> legal{
        {pending, running}, {pending, cancelled}, {running, done}, {running, failed}};
    for (int from = 0; from < kTaskStates; ++from)
        for (int to = 0; to < kTaskStates; ++to)
            EXPECT_EQ(taskMayBecome(static_cast<TaskState>(from), static_cast<TaskState>(to)),
                      legal.contains({static_cast<TaskState>(from), static_cast<TaskState>(to)}));
}

TEST_F(TransitionsTest, ContradictionsOfTasks)
{
    using enum TaskState;
    const ObjectId pool = m_stream.object("pool", ObjectKind::pool);
    const auto task = [&](std::uint32_t number, TaskState state, std::int64_t ns, TrackId by) {
        return m_stream.task(by, pool, ns, number, state);
    };
    EXPECT_THAT(found({m_stream.begin(m_a, 0), m_stream.begin(m_b, 0), task(1, pending, 100, m_a),
                       task(1, running, 200, m_b), task(1, done, 300, m_b), task(2, pending, 100, m_a),
                       task(2, cancelled, 150, m_a), task(3, pending, 100, m_a), task(3, done, 200, m_b),
                       task(4, pending, 100, m_a), task(4, running, 200, m_b), task(4, cancelled, 300, m_b),
                       task(5, running, 300, m_b), task(6, pending, 9'000, m_a), task(6, running, 300, m_b),
                       task(7, pending, 100, m_a), task(7, pending, 110, m_b), task(9, pending, 500, m_a)}),
                ElementsAre("pool: task 3 became done when it was pending",
                            "pool: task 4 became cancelled when it was running",
                            "pool: task 5 was not submitted",
                            "pool: task 6 went through its states in a wrong order",
                            "pool: task 7 was told of twice", "pool: task 8 is not known"));
}

} // namespace
} // namespace threadscape
