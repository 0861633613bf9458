#pragma once

#include "lab/kit/counter.h"
#include "lab/kit/stopwatch.h"
#include "lab/reported.h"

namespace threadscape {

/// How long something took, set in ns, as a finding in "s", "ms" or "us", which its traits must name:
/// `Elapsed time{this, "time_s", TS_TEXT("deposit", "Time"), "s"};`
/// Threads: any.
class Elapsed final : public ReportedAs<double>, public Counter {
public:
    Elapsed(Experiment* owner, const char* name, Template label, FindingTraits traits);
    /// How long `work` takes. What it throws is passed on, and changes nothing.
    template <typename Work>
    void measure(Work&& work)
    {
        const std::int64_t startNs = monotonicNs();
        work();
        set(monotonicNs() - startNs);
    }
    /// The longest of several.
    template <typename Work>
    void measureLongest(Work&& work)
    {
        const std::int64_t startNs = monotonicNs();
        work();
        raiseTo(monotonicNs() - startNs);
    }
    FindingValue reportedValue() const override;

private:
    double m_unitNs;
};

/// A stopwatch that is a finding in "s", which runs on while it is read:
/// `Timed time{this, "time_s", TS_TEXT("titles", "Time"), "s"};`
/// Threads: started and stopped by one, read by any.
class Timed final : public ReportedAs<double>, public Stopwatch {
public:
    Timed(Experiment* owner, const char* name, Template label, FindingTraits traits);
    FindingValue reportedValue() const override { return seconds(); }
};

} // namespace threadscape
