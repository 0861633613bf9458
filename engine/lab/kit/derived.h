#pragma once

#include "lab/reported.h"

namespace threadscape {

/// A finding that is computed on demand. The function returns a T, or an optional one: nullopt for none yet. `Measured
/// longest{this, "wait_max_ms", TS_TEXT(...), [this] { return waits.summary().maxMs; }, "ms"};`
/// Threads: any, one at a time.
template <typename T>
class Derived final : public ReportedAs<T> {
public:
    template <typename Work>
    requires std::is_constructible_v<std::optional<T>, std::invoke_result_t<const Work&>>
    Derived(Experiment* owner, const char* name, Template label, Work work, FindingTraits traits = {})
        : ReportedAs<T>(owner, name, label, std::move(traits)),
          m_work([work = std::move(work)] { return ReportedAs<T>::valueOf(std::optional<T>(work())); })
    {
    }
    FindingValue reportedValue() const override { return m_work(); }

private:
    std::function<FindingValue()> m_work;
};
using Measured = Derived<double>;
using Whole = Derived<std::int64_t>;
using Words = Derived<std::vector<std::string>>;

} // namespace threadscape
