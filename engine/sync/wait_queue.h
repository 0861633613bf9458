#pragma once

#include "sync/actor.h"
#include "sync/guard.h"

#include <cstddef>
#include <mutex>
#include <utility>

namespace threadscape {

/// The one place to block: actors that wait for one thing, first come first. A primitive keeps its own state beside it,
/// decides under the queue's guard who must wait, and wakes by granting.
/// Threads: any; members that say so need the guard.
class WaitQueue {
public:
    /// One actor's wait. It lives on the waiter's stack; others touch it under the guard alone.
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
        TrackId waker = kNoTrack; ///< who granted
        bool parked = false;      ///< false: there was no need to wait
        Ticks wokenAt = 0;        ///< when; 0: nobody did
        std::int64_t dueNs = 0;   ///< timed out: when that was, on the monotonic clock
    };

    Guard& guard() noexcept { return m_guard; }

    /// Waits, if `mustWait()`, called under the guard, says so. Stop ends the wait when `stoppable`; nothing is thrown: the
    /// primitive decides what a stop means.
    template <typename MustWait>
    Result park(Actor& actor, bool stoppable, std::int64_t deadlineNs, MustWait&& mustWait)
    {
        Node node;
        {
            const std::lock_guard guarded(m_guard);
            if (!mustWait())
                return {};
            enqueue(node, actor, stoppable);
        }
        return await(node, deadlineNs);
    }

    /// The two halves of park, for a waiter that must do something in between (a condition releases its lock).
    /// enqueue: with the guard held; await: without.
    void enqueue(Node& node, Actor& actor, bool stoppable) noexcept;
    Result await(Node& node, std::int64_t deadlineNs) noexcept;
    /// The second half by other means: see Actor::awaitBy.
    template <typename Wait>
    Result awaitBy(Node& node, Wait&& wait)
    {
        return conclude(node, node.actor->awaitBy(node.token, std::forward<Wait>(wait)), kForever);
    }

    /// Grants the first waiter that can still be granted, and takes it out. Returns whom to wake once the guard is
    /// released; nullptr when there was none. Guard held.
    Actor* grantOne(TrackId waker) noexcept;
    /// The same for the first alone: nullptr when it has given up, and is taken out all the same. Guard held; somebody waits.
    Actor* grantFirst(TrackId waker) noexcept;
    /// Who waits longest, if it has not given up; nullptr: nobody. Guard held.
    const Node* first() const noexcept { return m_first; }
    bool empty() const noexcept { return m_first == nullptr; } ///< Guard held.
    std::size_t size() const noexcept { return m_size; }       ///< Guard held.

    /// Grants all and wakes them. Returns how many. Takes the guard itself.
    std::size_t wakeAll(TrackId waker) noexcept;

private:
    void remove(Node& node) noexcept;
    Result conclude(Node& node, Actor::Woken how, std::int64_t deadlineNs) noexcept;

    Guard m_guard;
    Node* m_first = nullptr;
    Node* m_last = nullptr;
    std::size_t m_size = 0;
};

} // namespace threadscape
