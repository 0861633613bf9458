#pragma once

#include "lab/kit/counter.h"
#include "lab/reported.h"

namespace threadscape {

/// A counter that is a finding: `Count deposits{this, "deposits", TS_TEXT("bank", "Deposits")};`
/// Threads: any.
class Count final : public ReportedAs<std::int64_t>, public Counter {
public:
    Count(Experiment* owner, const char* name, Template label, FindingTraits traits = {})
        : ReportedAs(owner, name, label, std::move(traits))
    {
    }
    FindingValue reportedValue() const override { return value(); }
};

} // namespace threadscape
