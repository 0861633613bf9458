#pragma once

#include "lab/kit/samples.h"
#include "lab/reported.h"

namespace threadscape {

/// Samples that are a finding, as a list; nothing before the first:
/// `Listed exitCodes{this, "exit_codes", TS_TEXT("processes", "Exit codes")};`
/// Threads: any.
class Listed final : public ReportedAs<std::vector<std::int64_t>>, public Samples {
public:
    Listed(Experiment* owner, const char* name, Template label, FindingTraits traits = {})
        : ReportedAs(owner, name, label, std::move(traits))
    {
    }
    FindingValue reportedValue() const override
    {
        std::vector<std::int64_t> now = all();
        return now.empty() ? FindingValue() : FindingValue(std::move(now));
    }
};

} // namespace threadscape
