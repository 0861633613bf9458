#include "sync/seam.h"

#include "exec/pipe.h"
#include "exec/thread_pool.h"
#include "support/test_run.h"
#include "sync/barrier.h"
#include "sync/condition.h"
#include "sync/gil.h"
#include "sync/lock.h"
#include "sync/queue.h"
#include "sync/rlock.h"
#include "sync/semaphore.h"
#include "sync/shared.h"

#include <functional>
#include <gmock/gmock.h>
#include <mutex>
#include <vector>

namespace threadscape {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

struct Passed {
    VisibleOperation operation;
    ObjectId object;
    Label label = 0;

    friend bool operator==(const Passed&, const Passed&) = default;
    friend std::ostream& operator<<(std::ostream& out, const Passed& passed)
    {
        return out << "operation " << static_cast<int>(passed.operation) << " on " << passed.object << " at "
                   << passed.label;
    }
};

class Log final : public SeamObserver {
public:
    void about(Actor& actor, VisibleOperation operation, ObjectId object, Label label) noexcept override
    {
        const std::lock_guard guard(m_mutex);
        m_byTrack.resize(std::max<std::size_t>(m_byTrack.size(), actor.track() + 1U));
        m_byTrack[actor.track()].push_back({operation, object, label});
    }
    std::vector<Passed> take(TrackId track)
    {
        const std::lock_guard guard(m_mutex);
        if (track >= m_byTrack.size())
            return {};
        return std::exchange(m_byTrack[track], {});
    }

private:
    std::mutex m_mutex;
    std::vector<std::vector<Passed>> m_byTrack;
};

class Seam : public testing::Test {
protected:
    /// What the calling actor passed while `act` ran.
    std::vector<Passed> passedBy(const std::function<void()>& act)
    {
        const TrackId self = Actor::current().track();
        m_log.take(self);
        act();
        return m_log.take(self);
    }

    Log m_log;
    TestRun m_run{1, &m_log};
};

TEST_F(Seam, EveryOperationPassesOnceWithItsKindAndItsObject)
{
    using enum VisibleOperation;
    m_run.run([&] {
        Runtime& runtime = m_run.runtime();
        const auto expectPasses = [&](const char* what, const std::vector<Passed>& expected,
                                      const std::function<void()>& act) {
            EXPECT_EQ(passedBy(act), expected) << what;
        };
        constexpr std::chrono::milliseconds kAtOnce(0);

        Lock plain(runtime, "Lock");
        const ObjectId p = plain.object();
        expectPasses("lock", {{lock, p}, {unlock, p}}, [&] {
            plain.lock();
            plain.unlock();
        });
        expectPasses("try_lock", {{lock, p}, {lock, p}, {unlock, p}}, [&] {
            EXPECT_TRUE(plain.try_lock());
            EXPECT_FALSE(plain.try_lock_for(kAtOnce));
            plain.unlock();
        });

        RLock again(runtime, "RLock");
        const ObjectId a = again.object();
        expectPasses("RLock", {{lock, a}, {lock, a}, {lock, a}, {unlock, a}, {unlock, a}, {unlock, a}}, [&] {
            again.lock();
            EXPECT_TRUE(again.try_lock());
            EXPECT_TRUE(again.try_lock_for(kAtOnce));
            again.unlock();
            again.unlock();
            again.unlock();
        });

        Semaphore permits(runtime, "Semaphore", 1);
        const ObjectId s = permits.object();
        expectPasses("Semaphore", {{lock, s}, {lock, s}, {lock, s}, {unlock, s}}, [&] {
            permits.acquire();
            EXPECT_FALSE(permits.try_acquire());
            EXPECT_FALSE(permits.try_acquire_for(kAtOnce));
            permits.release();
        });

        Gil gil(runtime, "Gil");
        const ObjectId g = gil.object();
        expectPasses("Gil", {{lock, g}, {checkpoint, kNoObject}, {unlock, g}, {lock, g}, {unlock, g}}, [&] {
            const std::lock_guard held(gil);
            gil.checkpoint();
            const GilReleased released(gil);
        });

        Condition condition(runtime, "Condition", plain);
        expectPasses("notify", {{notify, condition.object()}, {notify, condition.object()}}, [&] {
            condition.notifyOne();
            condition.notifyAll();
        });

        Barrier barrier(runtime, "Barrier", 1);
        expectPasses("Barrier", {{wait, barrier.object()}}, [&] { barrier.wait(); });

        Queue<int> queue(runtime, "Queue");
        const ObjectId q = queue.object();
        expectPasses("Queue", {{put, q}, {get, q}, {notify, q}, {join, q}}, [&] {
            queue.put(1);
            EXPECT_EQ(queue.get(), 1);
            queue.taskDone();
            queue.join();
        });

        Shared<int> shared(runtime, "Shared", 0);
        const ObjectId v = shared.object();
        expectPasses("Shared", {{read, v}, {write, v}, {write, v}}, [&] {
            shared.write(shared.read() + 1);
            EXPECT_EQ(shared.fetchAdd(1), 1);
        });

        expectPasses("sleep", {{sleep, kNoObject}}, [&] { runtime.sleep([] { return 0; }); });
        expectPasses("checkpoint", {{VisibleOperation::checkpoint, kNoObject}},
                     [&] { threadscape::checkpoint(); });
    });
}

TEST_F(Seam, AnObservedRunTellsOfSilentVariablesToo)
{
    m_run.run([&] {
        Shared<int> silent(m_run.runtime(), Shared<int>::Silent{}, "Silent", 0);
        EXPECT_NE(silent.object(), kNoObject);
        EXPECT_THAT(passedBy([&] { silent.write(silent.read() + 1); }),
                    ElementsAre(Passed{VisibleOperation::read, silent.object()},
                                Passed{VisibleOperation::write, silent.object()}));
    });
    TestRun unobserved;
    unobserved.run([&] {
        EXPECT_EQ(Shared<int>(unobserved.runtime(), Shared<int>::Silent{}, "Silent", 0).object(), kNoObject);
    });
}

TEST_F(Seam, AThreadsStartAndAPoolsTakeAreSeen)
{
    m_run.run([&] {
        const TrackId self = Actor::current().track();
        m_log.take(self);
        ThreadPool pool(m_run.runtime(), {.group = "Pool", .prefix = "Worker"}, 1);
        pool.submit([] {}).get();
        pool.shutdown();
        const std::vector<Passed> mine = m_log.take(self);
        ASSERT_EQ(mine.size(), 4U);
        EXPECT_EQ(mine[0].operation, VisibleOperation::start);
        const ObjectId thread = mine[0].object;
        EXPECT_EQ(m_run.runtime().catalogue().object(thread).kind, ObjectKind::thread);
        const ObjectId object = mine[1].object;
        EXPECT_EQ(m_run.runtime().catalogue().object(object).kind, ObjectKind::pool);
        EXPECT_THAT(mine, ElementsAre(Passed{VisibleOperation::start, thread},
                                      Passed{VisibleOperation::submit, object},
                                      Passed{VisibleOperation::wait, object},
                                      Passed{VisibleOperation::join, thread}));
        // Its one task, and a look that found the pool closed.
        EXPECT_THAT(m_log.take(self + 1), ElementsAre(Passed{VisibleOperation::get, object},
                                                      Passed{VisibleOperation::get, object}));
    });
}

TEST_F(Seam, ALabelIsThatOfOneOperation)
{
    m_run.run([&] {
        const Label read = m_run.runtime().catalogue().label("read");
        Shared<int> value(m_run.runtime(), "Value", 0);
        Lock lock(m_run.runtime(), "Lock");
        EXPECT_THAT(passedBy([&] {
                        Actor::current().setLabel(read);
                        threadscape::checkpoint(); // is no operation of the listing
                        value.read();
                        value.read();
                        Actor::current().setLabel(read);
                        const std::scoped_lock held(lock);
                    }),
                    ElementsAre(Passed{VisibleOperation::checkpoint, kNoObject, 0},
                                Passed{VisibleOperation::read, value.object(), read},
                                Passed{VisibleOperation::read, value.object(), 0},
                                Passed{VisibleOperation::lock, lock.object(), read},
                                Passed{VisibleOperation::unlock, lock.object(), 0}));
    });
    EXPECT_THAT(m_run.violations(), IsEmpty());
}

// A wait, the hold that follows it and the value that changes with it are of one line.
TEST(SeamLabels, AreKeptWithWaitsHoldsAndMoments)
{
    TestRun run;
    Label waiting = 0;
    Label holding = 0;
    TrackId other = kNoTrack;
    run.run([&] {
        Catalogue& names = run.runtime().catalogue();
        for (std::int32_t line = 1; line < 300; ++line)
            waiting = names.label({"", "bank.py", line}); // more than an event has room for
        holding = names.label("hold");
        Lock lock(run.runtime(), "Lock");
        Actor::current().setLabel(holding);
        lock.lock();
        Thread thread(run.runtime(), "Thread", [&] {
            Actor::current().setLabel(waiting);
            const std::scoped_lock held(lock);
        });
        other = thread.track();
        ASSERT_TRUE(run.comesToWait(other, State::lock));
        EXPECT_EQ(names.track(other).open->read(OpenSpans::kWaitSlot).label, waiting);
        EXPECT_EQ(Actor::current().open().read(OpenSpans::kFirstHold).label, holding);
        lock.unlock();
        thread.join();
    });
    EXPECT_EQ(labelInWords(run.runtime().catalogue().labelInfo(waiting)), "bank.py:299");
    const Lane& main = run.trace().lane(0);
    const Lane& thread = run.trace().lane(other);
    ASSERT_EQ(main.holds[0].size(), 1U);
    EXPECT_EQ(main.holds[0][0].label, holding);
    ASSERT_EQ(thread.holds[0].size(), 1U);
    EXPECT_EQ(thread.holds[0][0].label, waiting);
    ASSERT_GE(thread.waits.size(), 1U);
    EXPECT_EQ(thread.waits[0].label, waiting);
}

} // namespace
} // namespace threadscape
