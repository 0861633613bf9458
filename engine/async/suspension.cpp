#include "async/suspension.h"

#include "async/event_loop.h"
#include "exec/cancelled.h"
#include "sync/misuse.h"
#include "sync/seam.h"

#include <algorithm>

namespace threadscape {

bool Suspension::await_ready()
{
    interruptible(VisibleOperation::await, m_object);
    LoopTask* const task = m_loop.running();
    if (task == nullptr)
        throw Misuse(TS_TEXT("async", "Only a task of this event loop can await that."));
    task->heedCancel();
    return over();
}

void Suspension::await_suspend(std::coroutine_handle<> awaiting)
{
    m_task = m_loop.running();
    LoopTask& task = *m_task;
    task.m_next = awaiting;
    task.m_since = ticksNow();
    task.m_waits = this;
    m_completed = false;
    try {
        begin();
    } catch (...) {
        task.m_waits = nullptr;
        m_task = nullptr;
        throw;
    }
    if (!m_completed && m_loop.stopping())
        giveUp(); // it unwinds, or caught what unwinds it: waits end at once
    if (!m_completed)
        task.m_actor.open().open(OpenSpans::kWaitSlot, task.m_since, m_object,
                                 static_cast<std::uint8_t>(m_state), waitDetail(kNoTrack) | kWakeableWait);
}

void Suspension::complete(TrackId waker, WaitEnd how) noexcept
{
    completeAt(ticksNow(), waker, how);
}

void Suspension::completeDue(std::int64_t dueNs) noexcept
{
    const auto lateNs = static_cast<double>(std::max<std::int64_t>(0, monotonicNs() - dueNs));
    const Ticks now = ticksNow();
    const Ticks late = std::min(static_cast<Ticks>(lateNs * ticksPerNs()), now - m_task->m_since);
    completeAt(now - late, kNoTrack, WaitEnd::served);
}

void Suspension::completeAt(Ticks at, TrackId waker, WaitEnd how) noexcept
{
    if (m_task == nullptr || m_completed)
        return;
    m_completed = true;
    LoopTask& task = *m_task;
    task.m_waits = nullptr;
    if (how == WaitEnd::stopped && task.m_timedOut)
        how = WaitEnd::timedOut;
    if (m_state != State::ready)
        task.m_actor.writer().write(spanEvent(EventKind::wait, task.track(), m_object, task.m_since, at,
                                              waitDetail(waker, how), static_cast<std::uint8_t>(m_state),
                                              task.m_actor.label()),
                                    task.m_actor.label());
    m_loop.makeReady(task, m_state == State::ready ? task.m_since : at);
}

void Suspension::goOn()
{
    LoopTask* const task = std::exchange(m_task, nullptr);
    if (task == nullptr)
        return; // nothing to wait for
    interruptible(VisibleOperation::resume, m_object);
    task->heedCancel();
}

} // namespace threadscape
