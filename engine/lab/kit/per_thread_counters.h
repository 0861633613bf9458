#pragma once

#include "base/mutex.h"
#include "base/scoped_lock.h"
#include "lab/kit/counter.h"

#include <deque>

namespace threadscape {

/// A counter for each of several threads, to compare them: the least and the greatest.
/// Threads: any.
class PerThreadCounters {
public:
    /// Adds a counter, for the calling thread.
    Counter& add()
    {
        const ScopedLock guard(m_mutex);
        return m_counters.emplace_back();
    }

    struct Summary {
        std::int64_t count = 0;
        std::int64_t min = 0;
        std::int64_t max = 0;
        std::int64_t atMin = 0; ///< the number of counters at the minimum
        std::int64_t sum = 0;
    };
    Summary summary() const
    {
        const ScopedLock guard(m_mutex);
        Summary result;
        for (const Counter& counter : m_counters) {
            const std::int64_t value = counter;
            if (result.count == 0 || value < result.min) {
                result.min = value;
                result.atMin = 0;
            }
            if (value == result.min)
                ++result.atMin;
            result.max = result.count == 0 ? value : std::max(result.max, value);
            ++result.count;
            result.sum += value;
        }
        return result;
    }

private:
    mutable Mutex m_mutex;
    std::deque<Counter> m_counters TS_GUARDED_BY(m_mutex);
};

} // namespace threadscape
