#pragma once

#include <atomic>
#include <cstdint>

namespace threadscape {

inline constexpr std::int64_t kForever = INT64_MAX;

/// Whose threads may sleep on a word and wake each other: this process's, or those of all that share the memory it lies in.
enum class FutexReach : std::uint8_t { process, machine };

/// Sleeps while `word` holds `expected`, until a wake or `deadlineNs` of the monotonic clock. May return early: the
/// caller looks again. Returns false when the deadline has passed.
bool futexWait(std::atomic<std::uint32_t>& word, std::uint32_t expected, std::int64_t deadlineNs = kForever,
               FutexReach reach = FutexReach::process) noexcept;

/// Wakes up to `count` threads that sleep on `word`. The memory may be in use for something else by now: a wake
/// that hits a stranger is harmless, since every sleeper looks again.
void futexWake(std::atomic<std::uint32_t>& word, int count = 1,
               FutexReach reach = FutexReach::process) noexcept;

/// Tells the core that this is a waiting loop.
inline void spinPause() noexcept
{
#if defined(__x86_64__)
    __builtin_ia32_pause();
#endif
}

} // namespace threadscape
