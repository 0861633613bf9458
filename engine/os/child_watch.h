#pragma once

#include "base/condition_variable.h"
#include "os/descriptor.h"

#include <cstdint>
#include <functional>
#include <map>
#include <thread>

namespace threadscape {

/// Notices the ends of child processes: one thread, which lives as long as the program, waits for all of them. Threads: any.
class ChildWatch {
public:
    /// Started at first use.
    static ChildWatch& instance();
    ~ChildWatch();
    ChildWatch(const ChildWatch&) = delete;
    ChildWatch& operator=(const ChildWatch&) = delete;

    /// During its lifetime `ended` is called when the process ends: once, on the watching thread, soon after. It must not
    /// throw, nor block for long: it delays other notifications.
    class Watch {
    public:
        Watch() = default;
        /// `pidfd` must stay open during this object's lifetime.
        Watch(int pidfd, std::function<void()> ended);
        ~Watch() { end(); }
        Watch(Watch&& other) noexcept : m_id(std::exchange(other.m_id, 0)) {}
        Watch& operator=(Watch&& other) noexcept
        {
            std::swap(m_id, other.m_id);
            return *this;
        }
        /// After its return `ended` neither runs nor is called.
        void end() noexcept;

    private:
        std::uint64_t m_id = 0;
    };

private:
    struct Entry {
        int pidfd = -1;
        std::function<void()> ended;
    };

    ChildWatch();
    void loop();
    std::function<void()> beginToTell(std::uint64_t id) TS_REQUIRES(m_mutex);

    Descriptor m_wake;
    Mutex m_mutex;
    ConditionVariable m_told;
    std::map<std::uint64_t, Entry> m_entries TS_GUARDED_BY(m_mutex);
    std::uint64_t m_last TS_GUARDED_BY(m_mutex) = 0;
    std::uint64_t m_telling TS_GUARDED_BY(m_mutex) = 0; // whose `ended` runs now
    bool m_ending TS_GUARDED_BY(m_mutex) = false;
    std::thread m_thread;
};

} // namespace threadscape
