#pragma once

#include "os/descriptor.h"

#include <cstdint>

namespace threadscape {

/// The readiness to wait for. A descriptor that has failed or was closed at its other end is ready for both.
enum class Readiness : std::uint8_t { readable, writable };

/// A descriptor by which one thread wakes another that polls. Throws std::system_error.
Descriptor makeWakeDescriptor();
/// Threads: any.
void signalWake(int wakeDescriptor) noexcept;

enum class PollEnd : std::uint8_t { ready, woken, timedOut };

/// Sleeps until `descriptor` is ready, `wakeDescriptor` was signalled (which this resets), or `deadlineNs` of the monotonic
/// clock (kForever: never) is reached. Threads: any.
PollEnd pollBeside(int descriptor, Readiness readiness, int wakeDescriptor, std::int64_t deadlineNs) noexcept;

} // namespace threadscape
