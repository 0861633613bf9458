#pragma once

#include <cstdint>

namespace threadscape {

/// CPU time of the calling thread in ns. About 0.5 us. Any thread.
std::int64_t threadCpuNs() noexcept;

/// CPU time of any thread of this process by the system's id, in ns; -1 when it has ended. About 0.6 us. Any thread.
std::int64_t threadCpuNsOf(std::int32_t osId) noexcept;

/// CPU time of the first thread of another process, in ns, up to some ms ago while it runs; -1 when it has ended, or the
/// system does not tell. About 15 us: it reads a file. Any thread.
std::int64_t processCpuNsOf(std::int32_t osId);

/// What the system's scheduler counted of the calling thread since it began.
struct ThreadSchedule {
    std::int64_t switchesForced = 0;    ///< it was pre-empted, or gave way
    std::int64_t switchesVoluntary = 0; ///< it waited for something
    std::int64_t readyNs = -1;          ///< it wanted a core and had none; -1: the system does not count it
};
/// Some us: it reads a file. Any thread.
ThreadSchedule threadSchedule();

/// The system's id of the calling thread, as process monitors show it. Any thread.
std::int32_t threadOsId() noexcept;

/// CPU time, told apart.
struct CpuUse {
    std::int64_t userNs = 0;
    std::int64_t systemNs = 0;

    std::int64_t totalNs() const noexcept { return userNs + systemNs; }
    friend CpuUse operator-(CpuUse a, CpuUse b) noexcept
    {
        return {a.userNs - b.userNs, a.systemNs - b.systemNs};
    }
    friend CpuUse operator+(CpuUse a, CpuUse b) noexcept
    {
        return {a.userNs + b.userNs, a.systemNs + b.systemNs};
    }
};
/// Of all threads of this process so far. Any thread.
CpuUse processCpu() noexcept;
/// Of the calling thread so far. Any thread.
CpuUse threadCpuUse() noexcept;

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
