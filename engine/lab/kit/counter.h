#pragma once

#include <algorithm>
#include <atomic>
#include <cstdint>

namespace threadscape {

/// A number that any threads add to and read, for findings. Not a visible operation.
/// Threads: any.
class Counter {
public:
    explicit Counter(std::int64_t initial = 0) noexcept : m_value(initial) {}
    void add(std::int64_t by = 1) noexcept { m_value.fetch_add(by, std::memory_order_relaxed); }
    void set(std::int64_t value) noexcept { m_value.store(value, std::memory_order_relaxed); }
    /// Returns the value and increments it: each caller gets a different one.
    std::int64_t next() noexcept { return m_value.fetch_add(1, std::memory_order_relaxed); }
    void raiseTo(std::int64_t least) noexcept
    {
        std::int64_t value = this->value();
        while (value < least && !m_value.compare_exchange_weak(value, least, std::memory_order_relaxed)) {
        }
    }
    std::int64_t value() const noexcept { return m_value.load(std::memory_order_relaxed); }
    operator std::int64_t() const noexcept { return value(); } // NOLINT(google-explicit-constructor)

private:
    std::atomic<std::int64_t> m_value;
};

} // namespace threadscape
