#pragma once

#include "lab/reported.h"

#include <atomic>

namespace threadscape {

/// A finding that is false until it is set: `Flag refused{this, "refused_after_shutdown", TS_TEXT(...)};`
/// Threads: any.
class Flag final : public ReportedAs<bool> {
public:
    Flag(Experiment* owner, const char* name, Template label, FindingTraits traits = {})
        : ReportedAs(owner, name, label, std::move(traits))
    {
    }
    void set() noexcept { m_value.store(true, std::memory_order_relaxed); }
    FindingValue reportedValue() const override { return m_value.load(std::memory_order_relaxed); }

private:
    std::atomic<bool> m_value{false};
};

} // namespace threadscape
