#pragma once

#include "base/mutex.h"
#include "base/scoped_lock.h"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <list>

namespace threadscape {

/// The greatest value that a number reached while somebody watched it, for each of several watchers, for findings.
/// `const HighWater::Watch offered(offers); ... if (offered.most() >= wanted)`
/// Threads: any; a Watch by one.
class HighWater {
public:
    /// From construction to destruction.
    class Watch {
    public:
        explicit Watch(HighWater& water) : m_water(water)
        {
            const ScopedLock guard(water.m_mutex);
            m_place = water.m_watches.insert(water.m_watches.end(), kNothing);
        }
        ~Watch()
        {
            const ScopedLock guard(m_water.m_mutex);
            m_water.m_watches.erase(m_place);
        }
        Watch(const Watch&) = delete;
        Watch& operator=(const Watch&) = delete;

        /// Since this watch began; the least number there is while nothing came.
        std::int64_t most() const
        {
            const ScopedLock guard(m_water.m_mutex);
            return *m_place;
        }

    private:
        HighWater& m_water;
        std::list<std::int64_t>::iterator m_place;
    };

    /// The number is now `value`.
    void reach(std::int64_t value)
    {
        const ScopedLock guard(m_mutex);
        for (std::int64_t& most : m_watches)
            most = std::max(most, value);
    }

private:
    static constexpr std::int64_t kNothing = std::numeric_limits<std::int64_t>::min();

    mutable Mutex m_mutex;
    std::list<std::int64_t> m_watches TS_GUARDED_BY(m_mutex);
};

} // namespace threadscape
