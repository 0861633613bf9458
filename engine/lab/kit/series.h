#pragma once

#include "lab/kit/samples.h"
#include "lab/reported.h"

namespace threadscape {

/// Samples that are a finding, as a list, which is empty before the first (see Listed):
/// `Series completionOrder{this, "completion_order", TS_TEXT("futures", "In the order of their ends")};`
/// Threads: any.
class Series final : public ReportedAs<std::vector<std::int64_t>>, public Samples {
public:
    Series(Experiment* owner, const char* name, Template label, FindingTraits traits = {})
        : ReportedAs(owner, name, label, std::move(traits))
    {
    }
    FindingValue reportedValue() const override { return all(); }
};

} // namespace threadscape
