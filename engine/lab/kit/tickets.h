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
class Tickets {
public:
    /// One piece in the hands of the thread that took it, until done() or its end. Threads: that thread's.
    class Ticket {
    public:
        Ticket(Tickets& all, std::int64_t number) noexcept : m_all(&all), m_number(number) {}
        ~Ticket();
        Ticket(Ticket&& other) noexcept : m_all(other.m_all), m_number(other.m_number)
        {
            other.m_all = nullptr;
        }
        Ticket(const Ticket&) = delete;
        Ticket& operator=(const Ticket&) = delete;
        Ticket& operator=(Ticket&&) = delete;

        std::int64_t number() const noexcept { return m_number; }
        void done();

    private:
        Tickets* m_all; // nullptr: done
        std::int64_t m_number;
    };

    Tickets(Lab& lab, std::int64_t count) noexcept : m_lab(lab), m_count(count) {}
    Tickets(const Tickets&) = delete;
    Tickets& operator=(const Tickets&) = delete;

    /// The next one; nothing once all are done. While others have the last ones in hand it waits, idle. Throws Stopped.
    std::optional<Ticket> take();
    /// Waits, idle, until all are done. Throws Stopped.
    void join();

private:
    Lab& m_lab;
    const std::int64_t m_count;
    mutable Mutex m_mutex;
    std::int64_t m_taken TS_GUARDED_BY(m_mutex) = 0;
    std::int64_t m_done TS_GUARDED_BY(m_mutex) = 0;
    std::vector<std::int64_t> m_givenBack TS_GUARDED_BY(m_mutex);
};

} // namespace threadscape
