#pragma once

#include <cstdint>

namespace threadscape {

/// CPU time of the calling thread in ns. About 0.5 us. Any thread.
std::int64_t threadCpuNs() noexcept;

/// The system's id of the calling thread, as process monitors show it. Any thread.
std::int32_t threadOsId() noexcept;

/// User and system CPU time of this process so far, in ns. Any thread.
struct ProcessCpu {
    std::int64_t userNs = 0;
    std::int64_t systemNs = 0;
};
ProcessCpu processCpu() noexcept;

/// Lets threads at the usual priority of the system go before the calling thread and those that it starts. Cannot be taken
/// back. Among themselves such threads are equals.
void standBehindOthers() noexcept;

/// Gives the calling thread a name that debuggers and process monitors show (cut to what the system allows).
void nameThread(const char* name) noexcept;

} // namespace threadscape
