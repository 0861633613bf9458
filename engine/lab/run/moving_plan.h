#pragma once

#include <algorithm>

namespace threadscape {

/// When a run will end whose plan changes while it goes on: what is left of it is done at the new pace, taking what was done as in
/// proportion to the time. Times in s on the run's clock. Threads: one at a time.
class MovingPlan {
public:
    /// From `now` on the whole run would take `after`, not `before`; 0: not known.
    void change(double now, double before, double after) noexcept
    {
        if (before == after)
            return;
        if (before > 0)
            m_done = std::min(1.0, m_done + (now - m_since) / before);
        m_since = now;
    }
    /// The end, if the whole run takes `seconds` with the settings of now; 0: not known.
    double end(double seconds) const noexcept { return seconds > 0 ? m_since + (1 - m_done) * seconds : 0; }

private:
    double m_since = 0;
    double m_done = 0; // a share of the whole, up to m_since
};

} // namespace threadscape
