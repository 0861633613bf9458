#include "exec/task_node.h"

#include "exec/cancelled.h"
#include "exec/reason.h"
#include "sync/operation_span.h"
#include "sync/seam.h"
#include "sync/stopped.h"
#include "sync/wait_span.h"

namespace threadscape {

namespace {

/// Exceptions of callbacks have no receiver: they go to the run's log, like a printed line.
void reportCallback(Actor& actor, std::uint32_t number)
{
    actor.runtime().print(Text(TS_TEXT("exec", "A done-callback of task %1 failed: %2."))
                              .arg(std::int64_t{number})
                              .arg(reasonOf(std::current_exception()))
                              .english());
}

} // namespace

// Of the flags, `kept` stay. False: another thread was first.
bool TaskNode::leavePending(std::uint32_t to, std::uint32_t kept, std::uint32_t& before) noexcept
{
    before = m_word.load(std::memory_order_relaxed);
    do {
        if ((before & kStateMask) != static_cast<std::uint32_t>(TaskState::pending))
            return false;
    } while (!m_word.compare_exchange_weak(before, to | (before & kept), std::memory_order_acq_rel,
                                           std::memory_order_relaxed));
    return true;
}

bool TaskNode::begin() noexcept
{
    std::uint32_t before = 0;
    return leavePending(static_cast<std::uint32_t>(TaskState::running), kAwaited | kHasCallbacks, before);
}

void TaskNode::end(Actor& by, std::exception_ptr failure)
{
    m_failure = std::move(failure);
    const TaskState state = m_failure ? TaskState::failed : TaskState::done;
    tell(by, state, ticksNow()); // before any thread is notified
    settle(by, state);
}

void TaskNode::cutOff(Actor& by)
{
    m_failure = std::make_exception_ptr(Stopped{});
    settle(by, TaskState::failed);
}

void TaskNode::settle(Actor& by, TaskState state)
{
    const std::uint32_t before =
        m_word.exchange(static_cast<std::uint32_t>(state), std::memory_order_acq_rel);
    wakeAndCall(before, state, by);
}

void TaskNode::execute(Actor& worker)
{
    if (!begin())
        return; // it was cancelled
    OperationSpan box(worker, m_name.id, m_name.numbered ? NumberStyle::ordinal : NumberStyle::none,
                      m_name.numbered ? m_number : 0);
    tell(worker, TaskState::running, box.start());
    TaskState state = TaskState::done;
    try {
        invoke();
    } catch (const Stopped&) {
        box.finish();
        cutOff(worker);
        throw;
    } catch (...) {
        m_failure = std::current_exception();
        state = TaskState::failed;
    }
    tell(worker, state, box.finish()); // before any thread is notified
    settle(worker, state);
}

bool TaskNode::cancel()
{
    return endUnrun(0);
}

void TaskNode::abandon() noexcept
{
    const NoStop quiet; // so no callback is ended by a stop
    try {
        endUnrun(kByStop);
    } catch (...) { // NOLINT(bugprone-empty-catch): the run is over, and nothing is left to notify
    }
}

bool TaskNode::endUnrun(std::uint32_t how)
{
    Actor& actor = uninterruptible(VisibleOperation::cancel, m_pool);
    const Ticks now = ticksNow();
    std::uint32_t before = 0;
    if (!leavePending(static_cast<std::uint32_t>(TaskState::cancelled) | how, 0, before))
        return false;
    if ((how & kByStop) == 0) // else it did not end: the run did
        tell(actor, TaskState::cancelled, now);
    wakeAndCall(before, TaskState::cancelled, actor);
    return true;
}

void TaskNode::wakeAndCall(std::uint32_t before, TaskState state, Actor& by)
{
    if ((before & kAwaited) != 0)
        m_waiters.wakeAll(by.track());
    if ((before & kHasCallbacks) == 0)
        return;
    std::unique_ptr<Link> last;
    {
        const ScopedLock guarded(m_waiters.guard());
        last = std::move(m_callbacks);
    }
    std::unique_ptr<Link> first;
    while (last != nullptr) {
        std::unique_ptr<Link> rest = std::move(last->next);
        last->next = std::move(first);
        first = std::move(last);
        last = std::move(rest);
    }
    bool stopped = false;
    for (; first != nullptr; first = std::move(first->next))
        callOne(first->callback, state, by, stopped);
    if (stopped)
        throw Stopped{};
}

void TaskNode::callOne(const Callback& callback, TaskState state, Actor& by, bool& stopped) const
{
    try {
        callback(state);
    } catch (const Stopped&) {
        stopped = true;
    } catch (...) {
        reportCallback(by, m_number);
    }
}

void TaskNode::whenDone(Callback callback)
{
    Actor& actor = uninterruptible(VisibleOperation::submit, m_pool);
    auto link = std::make_unique<Link>(Link{std::move(callback), nullptr});
    std::uint32_t word = 0;
    {
        const ScopedLock guarded(m_waiters.guard());
        word = m_word.load(std::memory_order_acquire);
        while (!ended(word) &&
               !m_word.compare_exchange_weak(word, word | kHasCallbacks, std::memory_order_acq_rel,
                                             std::memory_order_acquire)) {
        }
        if (!ended(word)) { // the thread that ends it sees the flag, and finds the link once it has the guard
            link->next = std::move(m_callbacks);
            m_callbacks = std::move(link);
            return;
        }
    }
    bool stopped = false;
    callOne(link->callback, static_cast<TaskState>(word & kStateMask), actor, stopped);
    if (stopped)
        throw Stopped{};
}

void TaskNode::wait()
{
    Actor& actor = interruptible(VisibleOperation::wait, m_pool);
    if (hasEnded(state()))
        return;
    help(actor);
    if (hasEnded(state()))
        return;
    WaitSpan span(actor, State::future, m_pool);
    const auto mustWait = [&] {
        std::uint32_t word = m_word.load(std::memory_order_relaxed);
        do {
            if (ended(word))
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

void TaskNode::throwFailure() const
{
    const std::uint32_t word = m_word.load(std::memory_order_acquire);
    if ((word & kStateMask) == static_cast<std::uint32_t>(TaskState::done))
        return;
    if ((word & kByStop) != 0)
        throw Stopped{};
    if ((word & kStateMask) == static_cast<std::uint32_t>(TaskState::cancelled))
        throw Cancelled(Text(TS_TEXT("exec", "Task %1 was cancelled before it began: there is no result."))
                            .arg(std::int64_t{m_number}));
    std::rethrow_exception(m_failure);
}

} // namespace threadscape
