#pragma once

#include <atomic>
#include <cstdint>

namespace threadscape {

inline constexpr std::int64_t kForever = INT64_MAX;

/// The scope of a futex word: the threads of this process, or of all processes that share its memory.
enum class FutexReach : std::uint8_t { process, machine };

/// Sleeps while `word` equals `expected`, until a wake or `deadlineNs` of the monotonic clock. May return early: the caller
/// must check again. Returns false when the deadline has passed.
bool futexWait(std::atomic<std::uint32_t>& word, std::uint32_t expected, std::int64_t deadlineNs = kForever,
               FutexReach reach = FutexReach::process) noexcept;

/// Wakes up to `count` threads that sleep on `word`. The memory may be in use for something else by now: a wake
/// that hits a stranger is harmless, since every sleeper checks again.
void futexWake(std::atomic<std::uint32_t>& word, int count = 1,
               FutexReach reach = FutexReach::process) noexcept;

/// Hints to the core that this is a spin loop.
inline void spinPause() noexcept
{
#if defined(__x86_64__)
    __builtin_ia32_pause();
#endif
}

} // namespace threadscape
