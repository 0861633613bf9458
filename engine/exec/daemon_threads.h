#pragma once

#include "exec/worker_task.h"

#include <array>
#include <cstdint>

namespace threadscape {

/// The arguments of kDaemonThreadsTask.
struct DaemonThreads {
    static constexpr std::size_t kMost = 16;
    static constexpr std::size_t kNameBytes = 32;

    std::uint32_t threads = 1;
    std::uint32_t count = 4;
    std::int64_t intervalNs = 0;
    std::array<std::array<char, kNameBytes>, kMost> names{}; ///< each ends with a zero

    // Indices of the numbers that it reports (Process::told).
    static constexpr std::size_t kLinesAt = 0; ///< printed by the threads
    static constexpr std::size_t kAliveAt = 1; ///< which threads had not ended when main returned: a bit each
    static constexpr std::size_t kMainNsAt = 2; ///< how long main took
};

/// A program whose main starts threads that count down, and returns without joining them. Its own lane is its main thread; each
/// thread has its own lane. Arguments: a DaemonThreads.
extern const WorkerTask kDaemonThreadsTask;

} // namespace threadscape
