#include "os/poll.h"

#include "os/clock.h"
#include "os/futex.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <ctime>
#include <poll.h>
#include <sys/eventfd.h>
#include <system_error>

namespace threadscape {

Descriptor makeWakeDescriptor()
{
    Descriptor made(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK));
    if (!made)
        throw std::system_error(errno, std::generic_category(), "eventfd");
    return made;
}

void signalWake(int wakeDescriptor) noexcept
{
    const std::uint64_t one = 1;
    [[maybe_unused]] const ssize_t full =
        ::write(wakeDescriptor, &one, sizeof(one)); // fails only when it is signalled already
}

PollEnd pollBeside(int descriptor, Readiness readiness, int wakeDescriptor, std::int64_t deadlineNs) noexcept
{
    constexpr std::int64_t kNsPerSecond = 1'000'000'000;
    std::array<pollfd, 2> entries{
        {{descriptor, static_cast<short>(readiness == Readiness::readable ? POLLIN : POLLOUT), 0},
         {wakeDescriptor, POLLIN, 0}}};
    int ready = -1;
    while (ready < 0) { // interrupted by a signal
        const std::int64_t left =
            deadlineNs == kForever ? 0 : std::max<std::int64_t>(0, deadlineNs - monotonicNs());
        const timespec atMost{left / kNsPerSecond, left % kNsPerSecond};
        ready = ::ppoll(entries.data(), entries.size(), deadlineNs == kForever ? nullptr : &atMost, nullptr);
    }
    if (entries[1].revents != 0) {
        std::uint64_t signals = 0;
        [[maybe_unused]] const ssize_t none = ::read(wakeDescriptor, &signals, sizeof(signals));
        return PollEnd::woken;
    }
    return ready == 0 ? PollEnd::timedOut : PollEnd::ready;
}

} // namespace threadscape
