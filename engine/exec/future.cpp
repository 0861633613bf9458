#include "exec/future.h"

namespace threadscape {

void TaskNode::execute(Actor& worker)
{
    m_word.fetch_or(static_cast<std::uint32_t>(TaskState::running), std::memory_order_relaxed);
    try {
        invoke();
        end(TaskState::done, worker.track());
    } catch (const Stopped&) {
        m_failure = std::current_exception();
        end(TaskState::failed, worker.track());
        throw;
    } catch (...) {
        m_failure = std::current_exception();
        end(TaskState::failed, worker.track());
    }
}

void TaskNode::abandon(std::exception_ptr why, TrackId by) noexcept
{
    m_failure = std::move(why);
    end(TaskState::failed, by);
}

void TaskNode::end(TaskState state, TrackId by) noexcept
{
    const std::uint32_t before =
        m_word.exchange(static_cast<std::uint32_t>(state), std::memory_order_acq_rel);
    if ((before & kAwaited) != 0)
        m_waiters.wakeAll(by);
}

void TaskNode::wait()
{
    Actor& actor = interruptible(VisibleOperation::wait);
    const auto ended = [&] { return state() == TaskState::done || state() == TaskState::failed; };
    if (ended())
        return;
    WaitSpan span(actor, State::future, m_pool);
    const auto mustWait = [&] {
        std::uint32_t word = m_word.load(std::memory_order_relaxed);
        do {
            if ((word & kStateMask) >= static_cast<std::uint32_t>(TaskState::done))
                return false;
        } while (!m_word.compare_exchange_weak(word, word | kAwaited, std::memory_order_acq_rel));
        return true;
    };
    const WaitQueue::Result result = m_waiters.park(actor, actor.stoppable(), kForever, mustWait);
    span.note(result);
    if (result.how == Actor::Woken::stopped)
        actor.unwind();
    if (!result.parked)
        m_word.load(std::memory_order_acquire); // sees the result
}

} // namespace threadscape
