#include "lab/findings.h"

#include <algorithm>
#include <cmath>

namespace threadscape {

void Findings::add(std::string name, Template label, FindingValue value, std::string unit, Evidence evidence,
                   double resolution)
{
    m_all.push_back({std::move(name), label, std::move(value), std::move(unit), evidence, resolution});
}

Text::Arg numberInSentence(double value, std::string_view unit)
{
    const auto time = [&](double nsOfUnit) {
        return DurationArg{static_cast<std::int64_t>(std::llround(value * nsOfUnit))};
    };
    if (unit == "s")
        return time(1e9);
    if (unit == "ms")
        return time(1e6);
    if (unit == "us")
        return time(1e3);
    return NumberArg{value, 2};
}

const Finding* Findings::find(std::string_view name) const noexcept
{
    const auto found = std::find_if(m_all.begin(), m_all.end(),
                                    [&](const Finding& finding) { return finding.name == name; });
    return found == m_all.end() ? nullptr : &*found;
}

double Findings::number(std::string_view name) const noexcept
{
    const Finding* finding = find(name);
    if (finding == nullptr)
        return 0;
    if (const auto* n = std::get_if<std::int64_t>(&finding->value))
        return static_cast<double>(*n);
    if (const auto* x = std::get_if<double>(&finding->value))
        return *x;
    if (const auto* b = std::get_if<bool>(&finding->value))
        return *b ? 1 : 0;
    return 0;
}

std::int64_t Findings::integer(std::string_view name) const noexcept
{
    return std::llround(number(name));
}

void Findings::setStretches(std::vector<RunStretch> stretches)
{
    m_stretches = std::move(stretches);
}

const SettingValue* RunStretch::setting(std::string_view name) const noexcept
{
    const auto found = std::ranges::find(settings, name, &std::pair<std::string, SettingValue>::first);
    return found == settings.end() ? nullptr : &found->second;
}

} // namespace threadscape
