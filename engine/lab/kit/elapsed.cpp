#include "lab/kit/elapsed.h"

#include <stdexcept>
#include <string_view>

namespace threadscape {

namespace {

double nsOf(std::string_view unit)
{
    if (unit == "s")
        return 1e9;
    if (unit == "ms")
        return 1e6;
    if (unit == "us")
        return 1e3;
    throw std::logic_error("A length of time is told in s, ms or us, not in \"" + std::string(unit) + "\".");
}

} // namespace

Elapsed::Elapsed(Experiment* owner, const char* name, Template label, FindingTraits traits)
    : ReportedAs(owner, name, label, std::move(traits)), m_unitNs(nsOf(this->traits().unit))
{
}

FindingValue Elapsed::reportedValue() const
{
    return static_cast<double>(value()) / m_unitNs;
}

Timed::Timed(Experiment* owner, const char* name, Template label, FindingTraits traits)
    : ReportedAs(owner, name, label, std::move(traits))
{
    if (this->traits().unit != std::string_view("s"))
        throw std::logic_error("A stopwatch is read in s.");
}

} // namespace threadscape
