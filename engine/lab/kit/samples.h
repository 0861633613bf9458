#pragma once

#include <cstdint>
#include <mutex>
#include <vector>

namespace threadscape {

/// Numbers in the order in which they were found, one a round. Threads: any.
class Samples {
public:
    void add(std::int64_t sample)
    {
        const std::lock_guard guard(m_mutex);
        m_samples.push_back(sample);
    }
    std::vector<std::int64_t> all() const
    {
        const std::lock_guard guard(m_mutex);
        return m_samples;
    }

private:
    mutable std::mutex m_mutex;
    std::vector<std::int64_t> m_samples;
};

} // namespace threadscape
