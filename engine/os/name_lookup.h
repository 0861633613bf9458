#pragma once

#include <functional>
#include <string>
#include <vector>

namespace threadscape {

/// What the system knows of a host's name.
struct HostAddresses {
    std::vector<std::string> addresses; ///< in numbers, the one to try first in front
    std::string failure;                ///< why there is none, in the system's words
};

/// Looks a host up on a thread of its own, and calls `done` there: the system's look-up may take long, and cannot be cancelled. So
/// that thread is left to itself, and `done` must not need what may be gone by then. Throws std::system_error when the system
/// starts no more threads. Threads: any.
void lookUpHost(std::string host, std::function<void(HostAddresses)> done);

} // namespace threadscape
