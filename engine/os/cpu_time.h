#pragma once

#include <cstdint>

namespace threadscape {

/// CPU time of the calling thread in ns. About 0.5 us. Any thread.
std::int64_t threadCpuNs() noexcept;

/// CPU time of any thread of this process by the system's id, in ns; -1 when it has ended. About 0.6 us. Any thread.
std::int64_t threadCpuNsOf(std::int32_t osId) noexcept;

/// CPU time of the first thread of another process, in ns, up to some ms ago while it runs; -1 when it has ended, or it is not
/// reported. About 15 us: it reads a file. Any thread.
std::int64_t processCpuNsOf(std::int32_t osId) noexcept;

/// The scheduler's counts for the calling thread since it began.
struct ThreadSchedule {
    std::int64_t switchesForced = 0;    ///< it was preempted, or yielded
    std::int64_t switchesVoluntary = 0; ///< it waited for something
    std::int64_t readyNs = -1;          ///< runnable without a core; -1: not counted by the system
};
/// Some us: it reads a file. Any thread.
ThreadSchedule threadSchedule() noexcept;

/// The system's id of the calling thread, as process monitors show it. Any thread.
std::int32_t threadOsId() noexcept;

/// CPU time, by kind.
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

/// Scheduling priorities below the default, for when more threads want a core than there are cores.
enum class Behind : std::uint8_t {
    window,  ///< below an interactive window's threads
    reading, ///< below those and the threads at `window`
};
/// Lowers the priority of the calling thread and of those that it starts. Irreversible. Threads of the same level are equal.
void standBehind(Behind others) noexcept;

/// Gives the calling thread a name that debuggers and process monitors show (cut to what the system allows).
void nameThread(const char* name) noexcept;

} // namespace threadscape
