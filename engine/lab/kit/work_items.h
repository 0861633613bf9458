#pragma once

#include "base/mutex.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace threadscape {

class Lab;

/// A fixed number of work items, numbered from 1, for a changing set of threads. A thread that is stopped in the middle of one
/// returns it, and another thread takes it.
/// Threads: any actor's.
class WorkItems {
public:
    /// An item owned by the thread that took it, until done(); its destructor returns an unfinished one. Threads: that
    /// thread's.
    class Item {
    public:
        Item(WorkItems& all, std::int64_t number) noexcept : m_all(&all), m_number(number) {}
        ~Item();
        Item(Item&& other) noexcept : m_all(other.m_all), m_number(other.m_number) { other.m_all = nullptr; }
        Item(const Item&) = delete;
        Item& operator=(const Item&) = delete;
        Item& operator=(Item&&) = delete;

        std::int64_t number() const noexcept { return m_number; }
        void done();

    private:
        WorkItems* m_all; // nullptr: done
        std::int64_t m_number;
    };

    WorkItems(Lab& lab, std::int64_t count) noexcept : m_lab(lab), m_count(count) {}
    WorkItems(const WorkItems&) = delete;
    WorkItems& operator=(const WorkItems&) = delete;

    /// The next item; nullopt once all are done. Waits, idle, while other threads own the last ones. Throws Stopped.
    std::optional<Item> take();
    /// Waits, idle, until all are done. Throws Stopped.
    void join();

private:
    Lab& m_lab;
    const std::int64_t m_count;
    mutable Mutex m_mutex;
    std::int64_t m_taken TS_GUARDED_BY(m_mutex) = 0;
    std::int64_t m_done TS_GUARDED_BY(m_mutex) = 0;
    std::vector<std::int64_t> m_returned TS_GUARDED_BY(m_mutex);
};

} // namespace threadscape
