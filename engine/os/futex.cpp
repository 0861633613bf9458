#include "os/futex.h"

#include <cerrno>
#include <ctime>
#include <linux/futex.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace threadscape {

namespace {

int inReach(int operation, FutexReach reach) noexcept
{
    return reach == FutexReach::process ? operation | FUTEX_PRIVATE_FLAG : operation;
}

} // namespace

bool futexWait(std::atomic<std::uint32_t>& word, std::uint32_t expected, std::int64_t deadlineNs,
               FutexReach reach) noexcept
{
    timespec deadline{};
    if (deadlineNs != kForever) {
        deadline.tv_sec = deadlineNs / 1'000'000'000;
        deadline.tv_nsec = deadlineNs % 1'000'000'000;
    }
    // The bitset form takes an absolute deadline of the monotonic clock.
    const long result =
        syscall(SYS_futex, &word, inReach(FUTEX_WAIT_BITSET, reach), expected,
                deadlineNs == kForever ? nullptr : &deadline, nullptr, FUTEX_BITSET_MATCH_ANY);
    return !(result != 0 && errno == ETIMEDOUT);
}

void futexWake(std::atomic<std::uint32_t>& word, int count, FutexReach reach) noexcept
{
    syscall(SYS_futex, &word, inReach(FUTEX_WAKE, reach), count, nullptr, nullptr, 0);
}

} // namespace threadscape
