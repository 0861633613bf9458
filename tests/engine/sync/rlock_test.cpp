#include "sync/rlock.h"

#include "exec/thread.h"
#include "support/test_run.h"
#include "sync/misuse.h"

#include <gtest/gtest.h>

namespace threadscape {
namespace {

TEST(RLock, ItsOwnerMayTakeItAgainAndTheTraceShowsOneHold)
{
    TestRun test;
    test.run([&] {
        RLock lock(test.runtime(), "R");
        lock.lock();
        lock.lock();
        EXPECT_TRUE(lock.try_lock());
        Thread other(test.runtime(), "Other", [&] { EXPECT_FALSE(lock.try_lock()); });
        other.join();
        lock.unlock();
        lock.unlock();
        EXPECT_NE(lock.holder(), nullptr);
        lock.unlock();
        EXPECT_EQ(lock.holder(), nullptr);
    });
    EXPECT_EQ(test.trace().object(0).holds.size(), 1U);
    EXPECT_TRUE(test.violations().empty());
}

TEST(RLock, AStrangerMayNotReleaseIt)
{
    TestRun test;
    test.run([&] {
        RLock lock(test.runtime(), "R");
        EXPECT_THROW(lock.unlock(), Misuse);
        lock.lock();
        Thread stranger(test.runtime(), "Stranger", [&] { EXPECT_THROW(lock.unlock(), Misuse); });
        stranger.join();
        EXPECT_EQ(lock.holder(), &Actor::current());
        lock.unlock();
    });
}

} // namespace
} // namespace threadscape
