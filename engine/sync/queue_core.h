#pragma once

#include "sync/runtime.h"
#include "sync/seam.h"

#include <functional>
#include <optional>
#include <string>

namespace threadscape {

/// What queues of any order have in common: who waits for an item, who for room, who until all is done. The items are kept
/// by who owns it. The length is the queue's value, over time.
/// Threads: any actor's.
class QueueCore {
public:
    /// `capacity` 0: any number of items.
    QueueCore(Runtime& runtime, std::string name, std::size_t capacity);
    QueueCore(const QueueCore&) = delete;
    QueueCore& operator=(const QueueCore&) = delete;

    /// Changes are numbered under the guard: in the order of these numbers items came and went.
    using Number = std::uint32_t;

    /// Calls `storeItem` under the guard once there is room. Throws Stopped, without having called it.
    Number put(const std::function<void()>& storeItem);
    /// Nothing: there is no room.
    std::optional<Number> tryPut(const std::function<void()>& storeItem);
    /// Calls `takeItem` under the guard once there is an item. Throws Stopped, without having called it.
    Number get(const std::function<void()>& takeItem);
    /// Nothing: there is none.
    std::optional<Number> tryGet(const std::function<void()>& takeItem);

    /// One of the items that were put is done with. Throws Misuse when there was none left.
    void taskDone();
    /// Waits until every item that was put is done with. Throws Stopped.
    void join();

    std::size_t size() const noexcept;
    ObjectId object() const noexcept { return m_object; }

private:
    /// How long it was made, and by which change.
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
    mutable Guard m_guard; // taken inside the guards of those who wait
    std::size_t m_size TS_GUARDED_BY(m_guard) = 0;
    std::uint64_t m_unfinished TS_GUARDED_BY(m_guard) = 0;
    Number m_changes TS_GUARDED_BY(m_guard) = 0;
    WaitQueue m_takers;
    WaitQueue m_putters;
    WaitQueue m_joiners;
};

} // namespace threadscape
