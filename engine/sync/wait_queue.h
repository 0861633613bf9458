#pragma once

#include "base/scoped_lock.h"
#include "sync/actor.h"
#include "sync/guard.h"

#include <cstddef>
#include <utility>

namespace threadscape {

/// The one place to block: actors that wait for the same condition, in FIFO order. A primitive stores its own state beside it,
/// decides under the queue's guard whether to wait, and wakes by granting.
/// Threads: any; some members need the guard.
class WaitQueue {
public:
    /// One actor's wait. It lives on the waiter's stack; others access it only under the guard.
    struct Node {
        Actor* actor = nullptr;
        std::uint32_t token = 0;
        TrackId waker = kNoTrack;
        Ticks wokenAt = 0;
        bool queued = false;
        Node* previous = nullptr;
        Node* next = nullptr;
    };

    struct Result {
        Actor::Woken how = Actor::Woken::granted;
        TrackId waker = kNoTrack; ///< the granting track
        bool parked = false;      ///< false: there was no need to wait
        Ticks wokenAt = 0;        ///< when; 0: not granted
        std::int64_t dueNs = 0;   ///< timed out: when that was, on the monotonic clock
    };

    Guard& guard() noexcept TS_RETURN_CAPABILITY(m_guard) { return m_guard; }

    /// Waits if `mustWait()`, called with the guard held (declare it by Guard::assertHeld), returns true. Stop ends the wait
    /// when `stoppable`; nothing is thrown: the primitive decides what a stop means.
    template <typename MustWait>
    Result park(Actor& actor, bool stoppable, std::int64_t deadlineNs, MustWait&& mustWait)
        TS_EXCLUDES(m_guard)
    {
        Node node;
        {
            const ScopedLock guarded(m_guard);
            if (!mustWait())
                return {};
            enqueue(node, actor, stoppable);
        }
        return await(node, deadlineNs);
    }

    /// The two halves of park, for a waiter that must do something in between (a condition releases its lock).
    void enqueue(Node& node, Actor& actor, bool stoppable) noexcept TS_REQUIRES(m_guard);
    Result await(Node& node, std::int64_t deadlineNs) noexcept TS_EXCLUDES(m_guard);
    /// The second half by other means: see Actor::awaitBy.
    template <typename Wait>
    Result awaitBy(Node& node, Wait&& wait) TS_EXCLUDES(m_guard)
    {
        return conclude(node, node.actor->awaitBy(node.token, std::forward<Wait>(wait)), kForever);
    }

    /// Grants the first waiter that can still be granted, and removes it. Returns the actor to wake once the guard is released;
    /// nullptr if none.
    Actor* grantOne(TrackId waker) noexcept TS_REQUIRES(m_guard);
    /// The same for the first waiter only: nullptr when it has given up; it is removed in either case. Precondition: not empty.
    Actor* grantFirst(TrackId waker) noexcept TS_REQUIRES(m_guard);
    /// The longest waiter, if it has not given up; else nullptr.
    const Node* first() const noexcept TS_REQUIRES(m_guard) { return m_first; }
    bool empty() const noexcept TS_REQUIRES(m_guard) { return m_first == nullptr; }
    std::size_t size() const noexcept TS_REQUIRES(m_guard) { return m_size; }

    /// Grants and wakes all. Returns their number.
    std::size_t wakeAll(TrackId waker) noexcept TS_EXCLUDES(m_guard);

private:
    void remove(Node& node) noexcept TS_REQUIRES(m_guard);
    Result conclude(Node& node, Actor::Woken how, std::int64_t deadlineNs) noexcept TS_EXCLUDES(m_guard);

    Guard m_guard;
    Node* m_first TS_GUARDED_BY(m_guard) TS_PT_GUARDED_BY(m_guard) = nullptr;
    Node* m_last TS_GUARDED_BY(m_guard) TS_PT_GUARDED_BY(m_guard) = nullptr;
    std::size_t m_size TS_GUARDED_BY(m_guard) = 0;
};

} // namespace threadscape
