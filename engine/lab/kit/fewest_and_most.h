#pragma once

#include "lab/kit/basis.h"
#include "lab/kit/per_thread_counters.h"
#include "lab/reported.h"

#include <functional>

namespace threadscape {

/// A number of the thread that is at one end of a comparison, as a finding: see Fewest and Most. Threads: as their source's.
template <std::int64_t PerThreadCounters::Summary::*kNumber, Evidence kSeenAs>
class OfOneThread final : public ReportedAs<std::int64_t> {
public:
    using Summary = PerThreadCounters::Summary;

    OfOneThread(Experiment* owner, const char* name, Template label, const PerThreadCounters& all)
        : ReportedAs(owner, name, label, kSeenAs), m_summary([&all] { return all.summary(); })
    {
    }
    OfOneThread(Experiment* owner, const char* name, Template label, const Basis<Summary>& summary)
        : ReportedAs(owner, name, label, kSeenAs), m_summary([&summary] { return *summary; })
    {
    }
    FindingValue reportedValue() const override { return m_summary().*kNumber; }

private:
    std::function<Summary()> m_summary;
};

/// `Fewest mealsMin{this, "meals_min", TS_TEXT("philosophers", "Fewest meals of one"), perSeat};`
using Fewest = OfOneThread<&PerThreadCounters::Summary::min, Evidence::leastNumber>;
using Most = OfOneThread<&PerThreadCounters::Summary::max, Evidence::greatestNumber>;

} // namespace threadscape
