#include "exec/thread_pool.h"

#include "sync/misuse.h"
#include "sync/stopped.h"
#include "sync/wait_span.h"

namespace threadscape {

namespace {

// Releases a task, also when it ends by an exception.
class Reference {
public:
    explicit Reference(TaskNode* node) noexcept : m_node(node) {}
    ~Reference() { m_node->release(); }
    Reference(const Reference&) = delete;
    Reference& operator=(const Reference&) = delete;

private:
    TaskNode* m_node;
};

} // namespace

ThreadPool::ThreadPool(Runtime& runtime, const Names& names, std::int64_t workers)
    : m_object(runtime.catalogue().addObject(names.group, ObjectKind::pool)),
      m_taskName(runtime.catalogue().intern("task"))
{
    for (std::int64_t i = 1; i <= workers; ++i)
        m_workers.emplace_back(
            runtime, names.prefix + " " + std::to_string(i), [this] { work(); },
            Thread::Options{.group = names.group});
}

ThreadPool::~ThreadPool()
{
    close();
    {
        const NoStop untilAllEnded;
        for (Thread& worker : m_workers)
            worker.join();
    }
    abandonAll();
}

void ThreadPool::shutdown(Shutdown how)
{
    close();
    if (how.cancelPending) {
        while (TaskNode* const node = popOne()) {
            const Reference released(node);
            node->cancel();
        }
    }
    if (!how.wait)
        return;
    for (Thread& worker : m_workers)
        worker.join();
}

void ThreadPool::close() noexcept
{
    {
        const ScopedLock guarded(m_idle.guard());
        m_closed = true;
    }
    m_idle.wakeAll(Actor::current().track());
}

void ThreadPool::abandonAll() noexcept
{
    // Stopped workers leave tasks behind: their waiters are notified of the stop.
    while (TaskNode* const node = popOne()) {
        node->abandon();
        node->release();
    }
}

void ThreadPool::enqueue(Actor& actor, TaskNode* node)
{
    Actor* woken = nullptr;
    const Ticks now = ticksNow();
    {
        const ScopedLock guarded(m_idle.guard());
        if (m_closed) {
            node->release();
            throw Misuse(TS_TEXT("exec", "The pool was shut down: it takes no more tasks."));
        }
        node->setNumber(++m_submitted);
        (m_last != nullptr ? m_last->next : m_first) = node;
        m_last = node;
        // One wake-up at a time: the worker that is on its way wakes the next if there is more to do.
        if (!m_searching && m_idleWorkers > 0 && m_held == 0) {
            woken = m_idle.grantOne(actor.track());
            m_searching = woken != nullptr;
        }
    }
    node->tell(actor, TaskState::pending, now);
    if (woken != nullptr)
        woken->wakeGranted();
}

TaskNode* ThreadPool::popLocked() noexcept
{
    TaskNode* const node = m_first;
    if (node != nullptr) {
        m_first = node->next;
        if (m_first == nullptr)
            m_last = nullptr;
        node->next = nullptr;
    }
    return node;
}

TaskNode* ThreadPool::popOne() noexcept
{
    const ScopedLock guarded(m_idle.guard());
    return popLocked();
}

TaskNode* ThreadPool::take(Actor& actor)
{
    TaskNode* node = nullptr;
    Actor* woken = nullptr;
    bool wasIdle = false;
    bool closed = false;
    const auto tryTake = [&] {
        m_idle.guard().assertHeld();
        if (wasIdle) {
            --m_idleWorkers;
            m_searching = false;
        }
        node = m_held == 0 ? popLocked() : nullptr;
        closed = m_closed && m_first == nullptr;
        if (node != nullptr && m_first != nullptr && m_idleWorkers > 0 && !m_searching) {
            woken = m_idle.grantOne(actor.track());
            m_searching = woken != nullptr;
        }
        wasIdle = node == nullptr && !closed;
        if (wasIdle)
            ++m_idleWorkers;
        return wasIdle; // must wait
    };
    {
        const ScopedLock guarded(m_idle.guard());
        if (m_first != nullptr && m_held == 0)
            tryTake();
    }
    if (node == nullptr) {
        WaitSpan span(actor, State::idle, m_object);
        for (;;) {
            const WaitQueue::Result result = m_idle.park(actor, actor.stoppable(), kForever, tryTake);
            span.note(result);
            if (result.how == Actor::Woken::stopped) {
                const ScopedLock guarded(m_idle.guard());
                --m_idleWorkers;
                actor.unwind();
            }
            if (!result.parked)
                break;
        }
    }
    if (woken != nullptr)
        woken->wakeGranted();
    return node;
}

ThreadPool::Held::Held(ThreadPool& pool) noexcept : m_pool(pool)
{
    const ScopedLock guarded(m_pool.m_idle.guard());
    ++m_pool.m_held;
}

ThreadPool::Held::~Held()
{
    const TrackId by = Actor::current().track();
    Actor* woken = nullptr;
    bool closed = false;
    {
        const ScopedLock guarded(m_pool.m_idle.guard());
        if (--m_pool.m_held > 0)
            return;
        closed = m_pool.m_closed; // then the others must leave
        if (!closed && m_pool.m_first != nullptr && !m_pool.m_searching && m_pool.m_idleWorkers > 0) {
            woken = m_pool.m_idle.grantOne(by);
            m_pool.m_searching = woken != nullptr;
        }
    }
    if (woken != nullptr)
        woken->wakeGranted();
    if (closed)
        m_pool.m_idle.wakeAll(by);
}

void ThreadPool::work()
{
    Actor& actor = Actor::current();
    for (;;) {
        interruptible(VisibleOperation::get, m_object);
        TaskNode* const node = take(actor);
        if (node == nullptr)
            return;
        const Reference released(node);
        node->execute(actor);
    }
}

} // namespace threadscape
