#include "lab/lab.h"

namespace threadscape {

void Lab::pause(const Integer& ms, double share)
{
    constexpr double kNsPerMs = 1e6;
    sleep([this, &ms, share] {
        return static_cast<std::int64_t>(static_cast<double>(ms.value()) * share * kNsPerMs / speed());
    });
}

void Lab::pauseForRate(const Integer& perSecond)
{
    constexpr std::int64_t kNsPerSecond = 1'000'000'000;
    sleep([&perSecond] { return kNsPerSecond / std::max<std::int64_t>(1, perSecond.value()); });
}

std::int64_t Lab::random(std::int64_t low, std::int64_t high)
{
    return std::uniform_int_distribution<std::int64_t>(low, high)(Actor::current().random());
}

std::int64_t Lab::elapsedNs() const noexcept
{
    return monotonicNs() - m_startNs;
}

void Lab::waitForChange()
{
    Actor& actor = interruptible(VisibleOperation::wait);
    WaitSpan span(actor, State::idle, kNoObject);
    const WaitQueue::Result result =
        m_changeWaiters.park(actor, actor.stoppable(), kForever, [&] { return m_changes == m_changesSeen; });
    span.note(result);
    if (result.how == Actor::Woken::stopped)
        actor.unwind();
    const std::lock_guard guarded(m_changeWaiters.guard());
    m_changesSeen = m_changes;
}

void Lab::setSpeed(double speed) noexcept
{
    m_speed.store(speed, std::memory_order_relaxed);
    retimeSleepers();
}

void Lab::settingsChanged() noexcept
{
    {
        const std::lock_guard guarded(m_changeWaiters.guard());
        ++m_changes;
    }
    m_changeWaiters.wakeAll(kNoTrack);
    retimeSleepers();
}

} // namespace threadscape
