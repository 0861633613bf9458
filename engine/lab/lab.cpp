#include "lab/lab.h"

#include "async/sleep.h"
#include "base/scoped_lock.h"
#include "kernels/busy_work.h"
#include "os/cpu_time.h"
#include "os/machine.h"
#include "sync/random_stream.h"
#include "sync/seam.h"
#include "sync/wait_span.h"

#include <thread>

namespace threadscape {

std::int64_t Lab::nsOf(const Integer& ms, double share) const noexcept
{
    constexpr double kNsPerMs = 1e6;
    return static_cast<std::int64_t>(static_cast<double>(ms.value()) * share * kNsPerMs / speed());
}

std::function<std::int64_t()> Lab::lengthOf(const Integer& ms, double share) const
{
    return [this, &ms, share] { return nsOf(ms, share); };
}

void Lab::pause(const Integer& ms, double share)
{
    sleep(lengthOf(ms, share));
}

Sleep Lab::pause(EventLoop& loop, const Integer& ms, double share)
{
    return {loop, lengthOf(ms, share)};
}

void Lab::pauseForRate(const Integer& perSecond)
{
    constexpr std::int64_t kNsPerSecond = 1'000'000'000;
    sleep([&perSecond] { return kNsPerSecond / std::max<std::int64_t>(1, perSecond.value()); });
}

void Lab::compute(std::int64_t us)
{
    const double perUs = busyRoundsPerUs();
    workFor(Actor::current().random().engine(), static_cast<double>(us), perUs, [] { checkpoint(); });
}

void Lab::yield()
{
    checkpoint();
    std::this_thread::yield();
}

std::int64_t Lab::random(std::int64_t low, std::int64_t high)
{
    return std::uniform_int_distribution<std::int64_t>(low, high)(Actor::current().random().engine);
}

std::int64_t Lab::elapsedNs() const noexcept
{
    return monotonicNs() - m_startNs;
}

std::int64_t Lab::cpuNs() noexcept
{
    return threadCpuNs();
}

std::int64_t Lab::cores()
{
    return readMachine().cores;
}

void Lab::idleUntil(const std::function<bool()>& over)
{
    Actor& actor = interruptible(VisibleOperation::wait, kNoObject);
    if (!idle(actor, over))
        actor.unwind();
}

bool Lab::idleUntilStopOr(const std::function<bool()>& over)
{
    return idle(uninterruptible(VisibleOperation::wait, kNoObject), over);
}

// False: a stop ended it.
bool Lab::idle(Actor& actor, const std::function<bool()>& over)
{
    if (over())
        return true;
    // Not wakeable: other actors announce; that a setting may change is no reason to call a run unblocked.
    WaitSpan span(actor, State::idle, kNoObject);
    for (bool found = false;;) {
        const WaitQueue::Result result =
            m_idle.park(actor, actor.stoppable(), kForever, [&] { return !(found = over()); });
        span.note(result);
        if (found || result.how == Actor::Woken::stopped)
            return found;
    }
}

void Lab::announce() noexcept
{
    // Acquires the guard: an actor that has just evaluated its condition is in the queue then.
    m_idle.wakeAll(Actor::hasCurrent() ? Actor::current().track() : kNoTrack);
}

void Lab::breathe()
{
    constexpr std::int64_t kBetweenNs = 250'000'000;
    constexpr std::int64_t kPatienceNs = 100'000'000; // does not wait longer for a busy viewer
    Actor& actor = interruptible(VisibleOperation::wait, kNoObject);
    if (monotonicNs() - m_breathedNs < kBetweenNs)
        return;
    {
        const ScopedLock guard(m_watcherMutex);
        if (!m_watcher)
            return;
        m_drawRequested.store(true, std::memory_order_relaxed); // read under the queue's guard
        m_watcher();
    }
    {
        WaitSpan span(actor, State::idle, kNoObject, true);
        const WaitQueue::Result result =
            m_breath.park(actor, actor.stoppable(), monotonicNs() + kPatienceNs,
                          [&] { return m_drawRequested.load(std::memory_order_relaxed); });
        span.note(result);
        if (result.how == Actor::Woken::stopped)
            actor.unwind();
    }
    m_breathedNs = monotonicNs();
}

void Lab::setWatcher(std::function<void()> requestDraw)
{
    const ScopedLock guard(m_watcherMutex);
    m_watcher = std::move(requestDraw);
}

void Lab::watcherHasDrawn() noexcept
{
    {
        const ScopedLock guarded(m_breath.guard());
        m_drawRequested.store(false, std::memory_order_relaxed);
    }
    m_breath.wakeAll(kNoTrack);
}

void Lab::setSpeed(double speed) noexcept
{
    m_speed.store(speed, std::memory_order_relaxed);
    notifyFollowers();
    retimeSleepers();
}

void Lab::settingsChanged() noexcept
{
    m_changes.fetch_add(1, std::memory_order_release);
    announce();
    notifyFollowers();
    retimeSleepers();
}

void Lab::notifyFollowers() noexcept
{
    const ScopedLock guard(m_followersMutex);
    for (const std::function<void()>& onChange : m_followers)
        onChange();
}

Lab::Follower::Follower(Lab& lab, std::function<void()> onChange) : m_lab(lab)
{
    const ScopedLock guard(lab.m_followersMutex);
    m_place = lab.m_followers.insert(lab.m_followers.end(), std::move(onChange));
    (*m_place)(); // for changes before the registration
}

Lab::Follower::~Follower()
{
    const ScopedLock guard(m_lab.m_followersMutex);
    m_lab.m_followers.erase(m_place);
}

} // namespace threadscape
