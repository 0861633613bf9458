#pragma once

#include <algorithm>
#include <cstdint>

namespace threadscape {

/// How long frames took to draw, in ns. Threads: one.
class FrameMeter {
public:
    void add(std::int64_t ns) noexcept
    {
        ++m_frames;
        m_totalNs += ns;
        m_slow += ns > kSlowNs ? 1 : 0;
        m_longestNs = std::max(m_longestNs, ns);
    }
    std::int64_t frames() const noexcept { return m_frames; }
    /// Frames that took longer than one refresh of a 60 Hz screen.
    std::int64_t slow() const noexcept { return m_slow; }
    std::int64_t longestNs() const noexcept { return m_longestNs; }
    std::int64_t meanNs() const noexcept { return m_frames > 0 ? m_totalNs / m_frames : 0; }

private:
    static constexpr std::int64_t kSlowNs = 16'000'000;

    std::int64_t m_frames = 0;
    std::int64_t m_slow = 0;
    std::int64_t m_totalNs = 0;
    std::int64_t m_longestNs = 0;
};

} // namespace threadscape
