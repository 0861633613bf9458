#pragma once

#include "base/thread_annotations.h"
#include "os/futex.h"

namespace threadscape {

/// The internal lock of the primitives: never recorded, never held across a wait, no stop. Not for experiments. Acquired by
/// ScopedLock; the data that it protects is TS_GUARDED_BY it.
/// Threads: any.
class TS_CAPABILITY("guard") Guard {
public:
    void lock() noexcept TS_ACQUIRE()
    {
        std::uint32_t free = 0;
        if (!m_word.compare_exchange_strong(free, kHeld, std::memory_order_acquire,
                                            std::memory_order_relaxed))
            lockSlowly();
    }
    bool try_lock() noexcept TS_TRY_ACQUIRE(true)
    {
        std::uint32_t free = 0;
        return m_word.compare_exchange_strong(free, kHeld, std::memory_order_acquire,
                                              std::memory_order_relaxed);
    }
    void unlock() noexcept TS_RELEASE()
    {
        if (m_word.exchange(0, std::memory_order_release) == kAwaited)
            futexWake(m_word);
    }

    /// Declares to the compiler only that it is held: for a function that is called with it held, such as the argument of
    /// WaitQueue::park.
    void assertHeld() const noexcept TS_ASSERT_CAPABILITY() {}

private:
    static constexpr std::uint32_t kHeld = 1;
    static constexpr std::uint32_t kAwaited = 2;

    void lockSlowly() noexcept TS_ACQUIRE();

    std::atomic<std::uint32_t> m_word{0};
};

} // namespace threadscape
