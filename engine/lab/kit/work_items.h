#pragma once

#include "base/mutex.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace threadscape {

class Lab;

/// So many pieces of work, numbered from 1, for threads that come and go. Who is stopped in the middle of one gives it back,
/// and another does it.
/// Threads: any actor's.
class WorkItems {
public:
    /// One piece in the hands of the thread that took it, until done() or its end. Threads: that thread's.
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

    /// The next one; nothing once all are done. While others have the last ones in hand it waits, idle. Throws Stopped.
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
