#pragma once

#include <functional>
#include <string>
#include <vector>

namespace threadscape {

/// The result of a host name look-up.
struct HostAddresses {
    std::vector<std::string> addresses; ///< numeric, in the order of preference
    std::string failure;                ///< the system's error message if there is none
};

/// Looks up a host on a separate thread, and calls `done` there: the system's look-up may take long, and cannot be cancelled.
/// That thread is detached, so `done` must not use what may be destroyed by then. Throws std::system_error when no more threads
/// can be started. Threads: any.
void lookUpHost(std::string host, std::function<void(HostAddresses)> done);

} // namespace threadscape
