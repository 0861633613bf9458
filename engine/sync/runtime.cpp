#include "sync/runtime.h"

#include "sync/seam.h"
#include "sync/wait_span.h"

#include <algorithm>

namespace threadscape {

Actor& Runtime::addActor(std::string name, std::string group, TrackKind kind, bool daemon)
{
    return addActor(catalogue().addTrack(std::move(name), std::move(group), kind, daemon));
}

Actor& Runtime::addActor(TrackId track)
{
    const ScopedLock guard(m_actorsMutex);
    Actor& actor = m_actors.emplace_back(*this, track, m_seed);
    if (stopping())
        actor.requestStop();
    return actor;
}

void Runtime::stopAll() noexcept
{
    // Under the mutex: an actor is either in the list now, or sees the flag when it is added.
    const ScopedLock guard(m_actorsMutex);
    m_stopping.store(true, std::memory_order_release);
    for (Actor& actor : m_actors)
        actor.requestStop();
}

void Runtime::fail(std::exception_ptr failure) noexcept
{
    {
        const ScopedLock guard(m_actorsMutex);
        if (!m_failure)
            m_failure = std::move(failure);
    }
    stopAll();
}

std::exception_ptr Runtime::failure() const noexcept
{
    const ScopedLock guard(m_actorsMutex);
    return m_failure;
}

void Runtime::sleep(const std::function<std::int64_t()>& durationNs)
{
    Actor& actor = interruptible(VisibleOperation::sleep, kNoObject);
    std::uint32_t timing = m_retimings.load(std::memory_order_acquire);
    std::int64_t duration = durationNs();
    if (duration <= 0)
        return;
    const std::int64_t startNs = monotonicNs();
    WaitSpan span(actor, State::sleep, kNoObject, true);
    while (monotonicNs() - startNs < duration) {
        const WaitQueue::Result result = m_sleepers.park(actor, actor.stoppable(), startNs + duration, [&] {
            return m_retimings.load(std::memory_order_acquire) == timing;
        });
        if (result.how == Actor::Woken::stopped) {
            span.note(result);
            actor.unwind();
        }
        span.noteWoken(
            result); // a shortened sleep ends when it was shortened, not when it would have been due
        timing = m_retimings.load(std::memory_order_acquire);
        duration = durationNs();
    }
}

void Runtime::print(std::string_view line)
{
    Actor& actor = uninterruptible(VisibleOperation::write, kNoObject);
    actor.writer().write(
        momentEvent(EventKind::print, actor.track(), kNoObject, ticksNow(), catalogue().intern(line)));
}

void Runtime::retimeSleepers() noexcept
{
    m_retimings.fetch_add(1, std::memory_order_acq_rel);
    m_sleepers.wakeAll(kNoTrack);
    const ScopedLock guard(m_retimedMutex);
    for (Retimed* retimed : m_retimed)
        retimed->retime();
}

void Runtime::addRetimed(Retimed& retimed)
{
    const ScopedLock guard(m_retimedMutex);
    m_retimed.push_back(&retimed);
}

void Runtime::removeRetimed(Retimed& retimed) noexcept
{
    const ScopedLock guard(m_retimedMutex);
    std::erase(m_retimed, &retimed);
}

void Runtime::declareReleasedByAnyone(ObjectId lock)
{
    const ScopedLock guard(m_actorsMutex);
    m_releasedByAnyone.push_back(lock);
}

bool Runtime::mayBeReleasedByAnyone(ObjectId lock) const
{
    const ScopedLock guard(m_actorsMutex);
    return std::find(m_releasedByAnyone.begin(), m_releasedByAnyone.end(), lock) != m_releasedByAnyone.end();
}

} // namespace threadscape
