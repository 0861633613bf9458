#include "sync/read_write_lock.h"

#include "exec/thread.h"
#include "support/test_run.h"
#include "sync/misuse.h"
#include "sync/wait_for_graph.h"

#include <gmock/gmock.h>
#include <list>
#include <mutex>
#include <shared_mutex>

namespace threadscape {
namespace {

using testing::IsEmpty;

constexpr std::chrono::milliseconds kNoTime(0);

TEST(ReadWriteLock, ManyReadAtATimeAndOneWritesAlone)
{
    TestRun run;
    ObjectId object = kNoObject;
    std::list<Thread> threads;
    run.run([&] {
        ReadWriteLock lock(run.runtime(), "Lock");
        object = lock.object();
        std::int64_t value = 0; // the lock alone protects it
        for (int i = 0; i < 3; ++i)
            threads.emplace_back(run.runtime(), "Writer " + std::to_string(i), [&] {
                for (int round = 0; round < 200; ++round) {
                    const std::scoped_lock held(lock);
                    ++value;
                }
            });
        std::atomic<std::int64_t> backwards{0};
        for (int i = 0; i < 3; ++i)
            threads.emplace_back(run.runtime(), "Reader " + std::to_string(i), [&] {
                std::int64_t before = 0;
                for (int round = 0; round < 200; ++round) {
                    const std::shared_lock held(lock);
                    backwards += value < before ? 1 : 0;
                    before = value;
                }
            });
        for (Thread& thread : threads)
            thread.join();
        EXPECT_EQ(value, 600);
        EXPECT_EQ(backwards, 0);
    });
    EXPECT_THAT(run.violations(), IsEmpty());
    // The record says the same: no write beside anything.
    struct End {
        std::int64_t ns;
        bool begins;
        bool shared;
    };
    std::vector<End> ends;
    const ObjectLane& lane = run.trace().object(object);
    EXPECT_EQ(lane.holds.size(), 1200U);
    std::size_t reads = 0;
    for (std::size_t i = 0; i < lane.holds.size(); ++i) {
        const HoldRef ref = lane.holds[i];
        const Span& hold = run.trace().lane(ref.track).holds[ref.slot][ref.index];
        reads += hold.state;
        ends.push_back({hold.startNs, true, hold.state == 1});
        ends.push_back({hold.endNs, false, hold.state == 1});
    }
    EXPECT_EQ(reads, 600U);
    std::ranges::sort(
        ends, [](const End& a, const End& b) { return a.ns != b.ns ? a.ns < b.ns : a.begins < b.begins; });
    int readers = 0;
    int writers = 0;
    int together = 0;
    for (const End& end : ends) {
        (end.shared ? readers : writers) += end.begins ? 1 : -1;
        together += writers > 1 || (writers == 1 && readers > 0) ? 1 : 0;
    }
    EXPECT_EQ(together, 0);
}

TEST(ReadWriteLock, WhoDoesNotWaitGoesAway)
{
    TestRun run;
    run.run([&] {
        ReadWriteLock lock(run.runtime(), "Lock");
        lock.lock_shared();
        EXPECT_FALSE(lock.try_lock());
        EXPECT_FALSE(lock.try_lock_for(kNoTime));
        Thread reader(run.runtime(), "Reader", [&] {
            EXPECT_TRUE(lock.try_lock_shared());
            lock.unlock_shared();
            EXPECT_TRUE(lock.try_lock_shared_for(kNoTime));
            lock.unlock_shared();
        });
        reader.join();
        lock.unlock_shared();
        EXPECT_TRUE(lock.try_lock());
        Thread other(run.runtime(), "Other", [&] {
            EXPECT_FALSE(lock.try_lock_shared());
            EXPECT_FALSE(lock.try_lock_shared_for(kNoTime));
            EXPECT_THROW(lock.unlock(), Misuse);
        });
        other.join();
        EXPECT_THROW(lock.unlock_shared(), Misuse);
        lock.unlock();
        EXPECT_THROW(lock.unlock(), Misuse);
    });
    EXPECT_THAT(run.violations(), IsEmpty());
}

// Barging: a reader passes a writer that waits. Fair: it stands behind it.
TEST(ReadWriteLock, FairnessSaysWhetherAReaderPassesAWriterThatWaits)
{
    for (const Fairness fairness : {Fairness::barging, Fairness::fair}) {
        TestRun run;
        run.run([&] {
            ReadWriteLock lock(run.runtime(), "Lock", fairness);
            lock.lock_shared();
            Thread writer(run.runtime(), "Writer", [&] { const std::scoped_lock held(lock); });
            ASSERT_TRUE(run.comesToWait(writer.track(), State::lock));
            Thread reader(run.runtime(), "Reader", [&] {
                const bool passes = lock.try_lock_shared();
                EXPECT_EQ(passes, fairness == Fairness::barging);
                if (passes)
                    lock.unlock_shared();
            });
            reader.join();
            lock.unlock_shared();
            writer.join();
        });
        EXPECT_THAT(run.violations(), IsEmpty());
    }
}

// A writer at the head of the line gives up: those behind it must not wait on.
TEST(ReadWriteLock, WhoGivesUpLetsThoseBehindItIn)
{
    TestRun run;
    run.run([&] {
        ReadWriteLock lock(run.runtime(), "Lock", Fairness::fair);
        lock.lock_shared();
        Thread writer(run.runtime(), "Writer", [&] { lock.lock(); });
        ASSERT_TRUE(run.comesToWait(writer.track(), State::lock));
        Thread reader(run.runtime(), "Reader", [&] { const std::shared_lock held(lock); });
        ASSERT_TRUE(run.comesToWait(reader.track(), State::lock));
        const OpenSpans::Open wait =
            run.runtime().catalogue().track(reader.track()).open->read(OpenSpans::kWaitSlot);
        EXPECT_EQ(waitForOf(wait.detail), WaitFor::shared);
        writer.stop();
        reader.join();
        writer.join();
        lock.unlock_shared();
    });
    EXPECT_THAT(run.violations(), IsEmpty());
}

// Two readers that both want to write, and will not let go: each waits for the other.
TEST(ReadWriteLock, TwoReadersThatWantToWriteAreADeadlock)
{
    TestRun run;
    run.run([&] {
        ReadWriteLock lock(run.runtime(), "Lock");
        const auto upgrade = [&] {
            const std::shared_lock reading(lock);
            lock.lock();
        };
        Thread first(run.runtime(), "First", upgrade);
        ASSERT_TRUE(run.comesToWait(first.track(), State::lock));
        Thread second(run.runtime(), "Second", upgrade);
        ASSERT_TRUE(run.comesToWait(second.track(), State::lock));
        std::optional<Standstill> standstill;
        EXPECT_TRUE(eventually([&] { return (standstill = findStandstill(run.runtime())).has_value(); }));
        ASSERT_TRUE(standstill);
        EXPECT_EQ(standstill->kind, Standstill::Kind::deadlock);
        EXPECT_EQ(standstill->edges.front().lock, lock.object());
        first.stop();
        second.stop();
        first.join();
        second.join();
    });
}

} // namespace
} // namespace threadscape
