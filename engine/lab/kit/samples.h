#pragma once

#include "base/mutex.h"
#include "base/scoped_lock.h"

#include <cstdint>
#include <vector>

namespace threadscape {

/// Numbers in the order of measurement, one per round. Threads: any.
class Samples {
public:
    void add(std::int64_t sample)
    {
        const ScopedLock guard(m_mutex);
        m_samples.push_back(sample);
    }
    std::vector<std::int64_t> all() const
    {
        const ScopedLock guard(m_mutex);
        return m_samples;
    }

private:
    mutable Mutex m_mutex;
    std::vector<std::int64_t> m_samples TS_GUARDED_BY(m_mutex);
};

} // namespace threadscape
