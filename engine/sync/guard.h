#pragma once

#include "os/futex.h"

namespace threadscape {

/// The small lock inside the primitives: never recorded, never held across a wait, no stop. Not for experiments.
/// Threads: any.
class Guard {
public:
    void lock() noexcept
    {
        std::uint32_t free = 0;
        if (!m_word.compare_exchange_strong(free, kHeld, std::memory_order_acquire,
                                            std::memory_order_relaxed))
            lockSlowly();
    }
    bool try_lock() noexcept
    {
        std::uint32_t free = 0;
        return m_word.compare_exchange_strong(free, kHeld, std::memory_order_acquire,
                                              std::memory_order_relaxed);
    }
    void unlock() noexcept
    {
        if (m_word.exchange(0, std::memory_order_release) == kAwaited)
            futexWake(m_word);
    }

private:
    static constexpr std::uint32_t kHeld = 1;
    static constexpr std::uint32_t kAwaited = 2;

    void lockSlowly() noexcept;

    std::atomic<std::uint32_t> m_word{0};
};

} // namespace threadscape
