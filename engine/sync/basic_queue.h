#pragma once

#include "sync/queue_core.h"

#include <optional>

namespace threadscape {

/// A queue whose order is that of `Items`: put(T) and T take(), whose calls are serialized.
/// Threads: any actor's.
template <typename T, typename Items>
class BasicQueue {
public:
    /// `capacity` 0: unbounded.
    BasicQueue(Runtime& runtime, std::string name, std::size_t capacity = 0)
        : m_core(runtime, std::move(name), capacity)
    {
    }

    using Number = QueueCore::Number;

    /// Waits for room. Returns the number of this change. Throws Stopped, without having put it.
    Number put(T item)
    {
        return m_core.put([&] { m_items.put(std::move(item)); });
    }
    /// nullopt: the queue is full.
    std::optional<Number> tryPut(T item)
    {
        return m_core.tryPut([&] { m_items.put(std::move(item)); });
    }
    /// Waits for an item. Throws Stopped.
    T get() { return take().item; }
    struct Taken {
        T item;
        Number number; ///< of this change
    };
    /// The same, with the change's number.
    Taken take()
    {
        std::optional<T> item;
        const Number number = m_core.get([&] { item.emplace(m_items.take()); });
        return {std::move(*item), number};
    }
    /// nullopt: the queue is empty.
    std::optional<T> tryGet()
    {
        std::optional<T> item;
        m_core.tryGet([&] { item.emplace(m_items.take()); });
        return item;
    }
    /// See QueueCore.
    void taskDone() { m_core.taskDone(); }
    void join() { m_core.join(); }
    std::size_t size() const noexcept { return m_core.size(); }
    ObjectId object() const noexcept { return m_core.object(); }

private:
    Items m_items; // under the core's guard
    QueueCore m_core;
};

} // namespace threadscape
