#pragma once

#include "lab/experiment.h"
#include "lab/kit/counter.h"
#include "lab/lab.h"
#include "measure/judgement.h"

namespace threadscape {

/// A stretch of the run that was timed once, together with the system's account of it: for a comparison that needs no second
/// round, see ratioOfOnce().
/// Threads: set by one, read by any.
class TimedStretch {
public:
    void start(const Lab& lab) noexcept { m_fromNs.set(lab.elapsedNs()); }
    void stop(const Lab& lab) noexcept { m_toNs.set(lab.elapsedNs()); }
    /// In ns of the run.
    void set(std::int64_t fromNs, std::int64_t toNs) noexcept
    {
        m_fromNs.set(fromNs);
        m_toNs.set(toNs);
    }

    bool known() const noexcept { return m_toNs > m_fromNs; }
    std::int64_t fromNs() const noexcept { return m_fromNs; }
    std::int64_t toNs() const noexcept { return m_toNs; }

    double seconds() const noexcept { return static_cast<double>(m_toNs - m_fromNs) * 1e-9; }

    /// By the account of `run`, the experiment that it is a part of.
    MeasuredOnce once(const Experiment& run) const
    {
        return {.seconds = seconds(), .takenS = run.takenSeconds(m_fromNs, m_toNs)};
    }

private:
    Counter m_fromNs;
    Counter m_toNs;
};

} // namespace threadscape
