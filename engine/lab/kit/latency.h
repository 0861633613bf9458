#pragma once

#include "lab/kit/counter.h"
#include "lab/kit/time_units.h"
#include "lab/reported.h"
#include "os/clock.h"

namespace threadscape {

/// How long it takes from a moment until the last of several threads has reacted, as a finding in ms; 0 before the first has:
/// `Latency latency{this, "stop_latency_max_ms", TS_TEXT("terminate", "From asking to the last end"), Evidence::lastEnd};`
/// Threads: any.
class Latency final : public ReportedAs<double> {
public:
    Latency(Experiment* owner, const char* name, Template label, Evidence seenAs = Evidence::none)
        : ReportedAs(owner, name, label, in("ms", seenAs))
    {
    }
    /// Once.
    void begin() noexcept { m_begunNs.set(monotonicNs()); }
    bool begun() const noexcept { return m_begunNs > 0; }
    /// The calling thread has reacted.
    void end() noexcept { m_lastEndNs.raiseTo(monotonicNs()); }
    FindingValue reportedValue() const override
    {
        const std::int64_t lastEndNs = m_lastEndNs;
        return lastEndNs > 0 ? inMs(lastEndNs - m_begunNs) : 0;
    }

private:
    Counter m_begunNs;
    Counter m_lastEndNs;
};

} // namespace threadscape
