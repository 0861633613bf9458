#pragma once

#include "lab/kit/counter.h"
#include "os/clock.h"
#include "os/cpu_time.h"

namespace threadscape {

/// The CPU time that many threads used in the same scopes, and the time by the clock that they spent there.
/// Threads: any; a Scope by one.
class Effort {
public:
    /// One thread's, from construction to destruction.
    class Scope {
    public:
        explicit Scope(Effort& effort) noexcept : m_effort(effort) {}
        ~Scope()
        {
            m_effort.m_cpuNs.add(threadCpuNs() - m_cpuNs);
            m_effort.m_wallNs.add(monotonicNs() - m_sinceNs);
        }
        Scope(const Scope&) = delete;
        Scope& operator=(const Scope&) = delete;

    private:
        Effort& m_effort;
        std::int64_t m_cpuNs = threadCpuNs();
        std::int64_t m_sinceNs = monotonicNs();
    };

    /// The part of the time by the clock in which no CPU time was used.
    std::int64_t waitedNs() const noexcept { return m_wallNs - m_cpuNs; }
    /// The number of cores that it kept busy on average, if it took `ns` in all; 0 for no time.
    double coresBusy(std::int64_t ns) const noexcept
    {
        return ns > 0 ? static_cast<double>(m_cpuNs) / static_cast<double>(ns) : 0;
    }

private:
    Counter m_cpuNs;
    Counter m_wallNs;
};

} // namespace threadscape
