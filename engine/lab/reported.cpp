#include "lab/reported.h"

#include "lab/experiment.h"

#include <cmath>

namespace threadscape {

namespace {

std::optional<double> numberIn(const FindingValue& value)
{
    if (const auto* whole = std::get_if<std::int64_t>(&value))
        return static_cast<double>(*whole);
    if (const auto* real = std::get_if<double>(&value))
        return *real;
    return std::nullopt;
}

} // namespace

Reported::Reported(Experiment* owner, const char* name, Template label, FindingTraits traits)
    : m_name(name), m_label(label), m_traits(std::move(traits))
{
    owner->m_reported.push_back(this);
}

Reading Reported::reading() const
{
    if (m_traits.part == PartRule::ratio)
        return {
            .known = true, .sum = m_traits.sumSoFar(), .per = m_traits.perSoFar ? m_traits.perSoFar() : 0};
    if (m_traits.part != PartRule::difference)
        return {};
    const FindingValue value = reportedValue();
    const auto sum = numberIn(value);
    return {.known = sum.has_value(),
            .integer = std::holds_alternative<std::int64_t>(value),
            .sum = sum.value_or(0)};
}

FindingValue Reported::valueWithin(double seconds, const Reading& before, const Reading& after) const
{
    if (m_traits.part == PartRule::untold)
        return {};
    if (m_traits.part == PartRule::computed)
        return reportedValue();
    const double sum = after.sum - before.sum;
    if (!after.known || !(sum >= 0)) // a sum that was begun anew
        return {};
    if (m_traits.part == PartRule::difference)
        return after.integer ? FindingValue(static_cast<std::int64_t>(std::llround(sum))) : FindingValue(sum);
    const double per = m_traits.perSoFar ? after.per - before.per : seconds;
    return per > 0 ? FindingValue(sum / per) : FindingValue();
}

} // namespace threadscape
