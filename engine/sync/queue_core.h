#pragma once

#include "sync/runtime.h"
#include "sync/seam.h"

#include <functional>
#include <optional>
#include <string>

namespace threadscape {

/// The common part of queues of any order: waiters for an item, for room, and for join. Its owner stores the items. The length
/// is the queue's value, over time.
/// Threads: any actor's.
class QueueCore {
public:
    /// `capacity` 0: unbounded.
    QueueCore(Runtime& runtime, std::string name, std::size_t capacity);
    QueueCore(const QueueCore&) = delete;
    QueueCore& operator=(const QueueCore&) = delete;

    /// Changes are numbered under the guard: items were put and taken in the order of these numbers.
    using Number = std::uint32_t;

    /// Calls `storeItem` under the guard once there is room. Throws Stopped, without having called it.
    Number put(const std::function<void()>& storeItem);
    /// nullopt: there is no room.
    std::optional<Number> tryPut(const std::function<void()>& storeItem);
    /// Calls `takeItem` under the guard once there is an item. Throws Stopped, without having called it.
    Number get(const std::function<void()>& takeItem);
    /// nullopt: there is none.
    std::optional<Number> tryGet(const std::function<void()>& takeItem);

    /// Marks one of the items put as processed. Throws Misuse when none was left.
    void taskDone();
    /// Waits until every item put is processed. Throws Stopped.
    void join();

    std::size_t size() const noexcept;
    ObjectId object() const noexcept { return m_object; }

private:
    /// The new length, and the number of its change.
    struct Change {
        std::size_t size = 0;
        Number number = 0;
    };

    std::optional<Change> store(const std::function<void()>& storeItem);
    std::optional<Change> take(const std::function<void()>& takeItem);
    template <typename Act>
    Change waitFor(Actor& actor, WaitQueue& waiters, WaitFor what, Act&& act);
    void record(Actor& actor, Change change) noexcept;
    static void wakeOne(WaitQueue& waiters, TrackId waker) noexcept;

    ObjectId m_object;
    std::size_t m_capacity;
    mutable Guard m_guard; // acquired inside the guards of the wait queues
    std::size_t m_size TS_GUARDED_BY(m_guard) = 0;
    std::uint64_t m_unfinished TS_GUARDED_BY(m_guard) = 0;
    Number m_changes TS_GUARDED_BY(m_guard) = 0;
    WaitQueue m_takers;
    WaitQueue m_putters;
    WaitQueue m_joiners;
};

} // namespace threadscape
