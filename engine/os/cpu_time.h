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

/// Who goes first when more threads want a core than there are cores; who is not named here goes before both.
enum class Behind : std::uint8_t {
    window,  ///< those who answer a person
    reading, ///< these, and those who stand behind the window only
};
/// Lets others go before the calling thread and those that it starts. Cannot be taken back. Threads that stand behind the
/// same are equals.
void standBehind(Behind others) noexcept;

/// Gives the calling thread a name that debuggers and process monitors show (cut to what the system allows).
void nameThread(const char* name) noexcept;

} // namespace threadscape
