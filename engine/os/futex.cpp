#include "os/futex.h"

#include <cerrno>
#include <ctime>
#include <linux/futex.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace threadscape {

bool futexWait(std::atomic<std::uint32_t>& word, std::uint32_t expected, std::int64_t deadlineNs) noexcept
{
    timespec deadline{};
    if (deadlineNs != kForever) {
        deadline.tv_sec = deadlineNs / 1'000'000'000;
        deadline.tv_nsec = deadlineNs % 1'000'000'000;
    }
    // The bitset form takes an absolute deadline of the monotonic clock.
    const long result =
        syscall(SYS_futex, &word, FUTEX_WAIT_BITSET_PRIVATE, expected,
                deadlineNs == kForever ? nullptr : &deadline, nullptr, FUTEX_BITSET_MATCH_ANY);
    return !(result != 0 && errno == ETIMEDOUT);
}

void futexWake(std::atomic<std::uint32_t>& word, int count) noexcept
{
    syscall(SYS_futex, &word, FUTEX_WAKE_PRIVATE, count, nullptr, nullptr, 0);
}

} // namespace threadscape
