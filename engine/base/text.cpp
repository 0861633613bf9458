#include "base/text.h"

#include <array>
#include <cmath>
#include <fmt/format.h>
#include <fmt/ranges.h>

namespace threadscape {

std::string formatDuration(std::int64_t ns)
{
    struct Unit {
        double ns;
        const char* name;
    };
    constexpr std::array<Unit, 4> kUnits{{{1e9, "s"}, {1e6, "ms"}, {1e3, "us"}, {1.0, "ns"}}};
    const double size = std::fabs(static_cast<double>(ns));
    for (const Unit& unit : kUnits) {
        // 999.6 us reads "1 ms": the unit is chosen by the rounded number.
        if (size < unit.ns * 0.9995 && unit.ns > 1.0)
            continue;
        const double value = static_cast<double>(ns) / unit.ns;
        const double shown = std::fabs(value);
        const int digits = shown >= 99.95 || unit.ns == 1.0 ? 0 : shown >= 9.995 ? 1 : 2;
        std::string number = fmt::format("{:.{}f}", value, digits);
        if (number.find('.') != std::string::npos) {
            number.erase(number.find_last_not_of('0') + 1);
            if (number.back() == '.')
                number.pop_back();
        }
        return number + " " + unit.name;
    }
    return "0 s";
}

namespace {

std::string plain(const Text::Arg& arg)
{
    struct Visitor {
        std::string operator()(const std::string& s) const { return s; }
        std::string operator()(std::int64_t n) const { return std::to_string(n); }
        std::string operator()(DurationArg d) const { return formatDuration(d.ns); }
        std::string operator()(NumberArg n) const { return fmt::format("{:.{}f}", n.value, n.digits); }
        std::string operator()(const NameArg& n) const { return n.name; }
        std::string operator()(const ChainArg& chain) const
        {
            return fmt::format("{}", fmt::join(chain.names, " → "));
        }
        std::string operator()(Template t) const { return t.source; }
    };
    return std::visit(Visitor{}, arg);
}

} // namespace

Text&& Text::arg(std::string value) &&
{
    m_args.emplace_back(std::move(value));
    return std::move(*this);
}

Text&& Text::arg(std::int64_t value) &&
{
    m_args.emplace_back(value);
    return std::move(*this);
}

Text&& Text::arg(DurationArg value) &&
{
    m_args.emplace_back(value);
    return std::move(*this);
}

Text&& Text::arg(NumberArg value) &&
{
    m_args.emplace_back(value);
    return std::move(*this);
}

Text&& Text::arg(NameArg value) &&
{
    m_args.emplace_back(std::move(value));
    return std::move(*this);
}

Text&& Text::arg(ChainArg value) &&
{
    m_args.emplace_back(std::move(value));
    return std::move(*this);
}

Text&& Text::arg(Template value) &&
{
    m_args.emplace_back(value);
    return std::move(*this);
}

Text&& Text::arg(const Arg& value) &&
{
    m_args.push_back(value);
    return std::move(*this);
}

Text&& Text::of(std::string finding) &&
{
    m_findings.resize(m_args.size());
    m_findings.back() = std::move(finding);
    return std::move(*this);
}

const std::string& Text::findingOf(std::size_t arg) const noexcept
{
    static const std::string kNone;
    return arg < m_findings.size() ? m_findings[arg] : kNone;
}

std::string Text::english() const
{
    std::string result;
    for (const char* c = m_form.source; *c != '\0'; ++c) {
        if (*c != '%') {
            result += *c;
        } else if (c[1] == 'n' && m_count) {
            result += std::to_string(*m_count);
            ++c;
        } else if (c[1] >= '1' && c[1] <= '9' && static_cast<std::size_t>(c[1] - '1') < m_args.size()) {
            result += plain(m_args[static_cast<std::size_t>(c[1] - '1')]);
            ++c;
        } else {
            result += *c;
        }
    }
    return result;
}

} // namespace threadscape
