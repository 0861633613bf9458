#include "os/cpu_clocks.h"

#include "base/scoped_lock.h"
#include "os/clock.h"
#include "os/cpu_time.h"

#include <chrono>
#include <new>

namespace threadscape {

CpuClocks::CpuClocks() : m_thread([this] { loop(); }) {}

CpuClocks::~CpuClocks()
{
    {
        const ScopedLock guard(m_mutex);
        m_ending = true;
        m_wake.notify_one();
    }
    m_thread.join();
}

void CpuClocks::loop()
{
    constexpr std::chrono::milliseconds kBetween(10);
    nameThread("scheduler");
    UniqueLock guard(m_mutex);
    for (;;) {
        const auto next = std::chrono::steady_clock::now() + kBetween;
        while (!m_ending && m_wake.waitUntil(guard, next)) {
        }
        if (m_ending)
            return;
        m_passNs = monotonicNs();
        for (const Watched& watched : m_watched) {
            const std::int64_t beforeNs = monotonicNs();
            const std::int64_t cpuNs =
                watched.isProcess ? processCpuNsOf(watched.osId) : threadCpuNsOf(watched.osId);
            try {
                if (cpuNs >= 0)
                    m_samples.push_back({beforeNs + (monotonicNs() - beforeNs) / 2, cpuNs, watched.osId});
            } catch (const std::bad_alloc&) {
                break; // the next sample covers this stretch too
            }
        }
    }
}

void CpuClocks::watch(std::vector<Watched> living)
{
    const ScopedLock guard(m_mutex);
    m_watched = std::move(living);
}

void CpuClocks::drain(Told& told, bool /*last*/)
{
    const ScopedLock guard(m_mutex);
    told = {};
    told.samples.swap(m_samples);
    told.untilNs = m_passNs; // the threads live then were sampled after it
}

} // namespace threadscape
