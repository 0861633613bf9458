#include "lab/setting.h"

#include "base/scoped_lock.h"
#include "lab/experiment.h"
#include "lab/run/registry.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <fmt/format.h>
#include <stdexcept>

namespace threadscape {

namespace {

std::string joined(const std::vector<ChoiceSpec>& choices)
{
    std::string result;
    for (const ChoiceSpec& choice : choices)
        result += (result.empty() ? "" : ", ") + choice.name;
    return result;
}

std::string number(double value)
{
    return fmt::format("{}", value);
}

template <typename T>
std::optional<T> whole(std::string_view text)
{
    T value{};
    const char* const end = text.data() + text.size();
    const auto [at, problem] = std::from_chars(text.data(), end, value);
    if (problem != std::errc{} || at != end)
        return std::nullopt;
    return value;
}

Error notAllowed(const SettingSpec& spec, std::string given)
{
    switch (spec.type) {
    case SettingType::integer:
        return {Text(TS_TEXT("setting", "%1 is \"%2\": it must be a whole number from %3 to %4."))
                    .arg(spec.name)
                    .arg(std::move(given))
                    .arg(number(spec.min))
                    .arg(number(spec.max))};
    case SettingType::real:
        return {Text(TS_TEXT("setting", "%1 is \"%2\": it must be a number from %3 to %4."))
                    .arg(spec.name)
                    .arg(std::move(given))
                    .arg(number(spec.min))
                    .arg(number(spec.max))};
    case SettingType::boolean:
        return {Text(TS_TEXT("setting", "%1 is \"%2\": it must be true or false."))
                    .arg(spec.name)
                    .arg(std::move(given))};
    case SettingType::choice:
    case SettingType::list:
    case SettingType::text: break;
    }
    std::vector<std::string> names;
    for (const ChoiceSpec& choice : spec.choices)
        names.push_back(choice.name);
    if (spec.type == SettingType::list) {
        for (std::string& part : listParts(given))
            if (std::find(names.begin(), names.end(), part) == names.end()) {
                given = std::move(part);
                break;
            }
        const std::string meant = nearestWord(given, names);
        if (!meant.empty())
            return {Text(TS_TEXT("setting", "%1 has \"%2\" in its list: did you mean %4? It takes %3."))
                        .arg(spec.name)
                        .arg(std::move(given))
                        .arg(joined(spec.choices))
                        .arg(meant)};
        return {Text(TS_TEXT("setting", "%1 has \"%2\" in its list: it takes %3, separated by commas."))
                    .arg(spec.name)
                    .arg(std::move(given))
                    .arg(joined(spec.choices))};
    }
    const std::string meant = nearestWord(given, names);
    if (!meant.empty())
        return {Text(TS_TEXT("setting", "%1 is \"%2\": did you mean %4? It must be one of %3."))
                    .arg(spec.name)
                    .arg(std::move(given))
                    .arg(joined(spec.choices))
                    .arg(meant)};
    return {Text(TS_TEXT("setting", "%1 is \"%2\": it must be one of %3."))
                .arg(spec.name)
                .arg(std::move(given))
                .arg(joined(spec.choices))};
}

SettingSpec specOf(const char* name, Template label, SettingType type, SettingValue value,
                   const SettingTraits& traits)
{
    SettingSpec spec;
    spec.name = name;
    spec.label = label;
    spec.type = type;
    spec.value = std::move(value);
    traits.applyTo(spec);
    return spec;
}

template <typename T>
SettingSpec withRange(SettingSpec spec, Range<T> range)
{
    spec.min = static_cast<double>(range.min);
    spec.max = static_cast<double>(range.max);
    return spec;
}

/// Throws std::logic_error when the default is not allowed.
SettingSpec checked(SettingSpec spec)
{
    if (const auto allowed = checkSetting(spec, spec.value); !allowed)
        throw std::logic_error(allowed.error().text.english());
    return spec;
}

SettingSpec withChoices(SettingSpec spec, std::vector<ChoiceSpec> choices)
{
    spec.choices = std::move(choices);
    return spec;
}

} // namespace

const char* settingTypeName(SettingType type) noexcept
{
    switch (type) {
    case SettingType::integer: return "int";
    case SettingType::real: return "real";
    case SettingType::boolean: return "bool";
    case SettingType::choice: return "choice";
    case SettingType::text: return "text";
    case SettingType::list: break;
    }
    return "list";
}

tl::expected<SettingValue, Error> parseSetting(const SettingSpec& spec, std::string_view text)
{
    SettingValue value = std::string(text);
    switch (spec.type) {
    case SettingType::integer:
        if (const auto parsed = whole<std::int64_t>(text))
            value = *parsed;
        break;
    case SettingType::real:
        if (const auto parsed = whole<double>(text))
            value = *parsed;
        break;
    case SettingType::boolean:
        if (text == "true" || text == "false")
            value = text == "true";
        break;
    case SettingType::choice:
    case SettingType::text:
    case SettingType::list: break;
    }
    if (const auto allowed = checkSetting(spec, value); !allowed)
        return tl::unexpected(allowed.error());
    return value;
}

tl::expected<void, Error> checkSetting(const SettingSpec& spec, const SettingValue& value)
{
    const auto known = [&](std::string_view name) {
        return std::any_of(spec.choices.begin(), spec.choices.end(),
                           [&](const ChoiceSpec& choice) { return choice.name == name; });
    };
    bool allowed = false;
    switch (spec.type) {
    case SettingType::integer:
        if (const auto* n = std::get_if<std::int64_t>(&value))
            allowed = static_cast<double>(*n) >= spec.min && static_cast<double>(*n) <= spec.max;
        break;
    case SettingType::real:
        if (const auto* x = std::get_if<double>(&value))
            allowed = *x >= spec.min && *x <= spec.max; // false for NaN
        break;
    case SettingType::boolean: allowed = std::holds_alternative<bool>(value); break;
    case SettingType::choice:
        if (const auto* s = std::get_if<std::string>(&value))
            allowed = known(*s);
        break;
    case SettingType::text: allowed = std::holds_alternative<std::string>(value); break;
    case SettingType::list:
        if (const auto* s = std::get_if<std::string>(&value)) {
            const std::vector<std::string> parts = listParts(*s);
            allowed = std::all_of(parts.begin(), parts.end(), known);
        }
        break;
    }
    if (!allowed)
        return tl::unexpected(notAllowed(spec, settingText(value)));
    return {};
}

std::string settingText(const SettingValue& value)
{
    struct Visitor {
        std::string operator()(std::int64_t n) const { return std::to_string(n); }
        std::string operator()(double x) const { return number(x); }
        std::string operator()(bool b) const { return b ? "true" : "false"; }
        std::string operator()(const std::string& s) const { return s; }
    };
    return std::visit(Visitor{}, value);
}

Setting::Setting(Experiment* owner, SettingSpec spec) : m_spec(std::move(spec))
{
    owner->m_settings.push_back(this);
}

void SettingTraits::applyTo(SettingSpec& spec) const
{
    spec.group = m_group;
    spec.min = m_min;
    spec.max = m_max;
    spec.live = m_live;
    spec.unit = m_unit;
    spec.help = m_help;
    spec.whenEmpty = m_whenEmpty;
    spec.folder = m_folder;
    spec.masked = m_masked;
}

SettingValue Setting::told() const
{
    SettingValue value = current();
    if (m_spec.masked != nullptr)
        value = m_spec.masked(std::get<std::string>(value));
    return value;
}

Integer::Integer(Experiment* owner, const char* name, Template label, std::int64_t value,
                 Range<std::int64_t> range, const SettingTraits& traits)
    : Setting(owner, withRange(specOf(name, label, SettingType::integer, value, traits), range)),
      m_value(value)
{
}

Integer::Integer(Experiment* owner, const char* name, Template label, std::int64_t value,
                 const SettingTraits& traits)
    : Setting(owner, checked(specOf(name, label, SettingType::integer, value, traits))), m_value(value)
{
}

void Integer::assign(const SettingValue& value)
{
    m_value.store(std::get<std::int64_t>(value), std::memory_order_relaxed);
}

Real::Real(Experiment* owner, const char* name, Template label, double value, Range<double> range,
           const SettingTraits& traits)
    : Setting(owner, withRange(specOf(name, label, SettingType::real, value, traits), range)), m_value(value)
{
}

Real::Real(Experiment* owner, const char* name, Template label, double value, const SettingTraits& traits)
    : Setting(owner, checked(specOf(name, label, SettingType::real, value, traits))), m_value(value)
{
}

void Real::assign(const SettingValue& value)
{
    m_value.store(std::get<double>(value), std::memory_order_relaxed);
}

Boolean::Boolean(Experiment* owner, const char* name, Template label, bool value, const SettingTraits& traits)
    : Setting(owner, specOf(name, label, SettingType::boolean, value, traits)), m_value(value)
{
}

void Boolean::assign(const SettingValue& value)
{
    m_value.store(std::get<bool>(value), std::memory_order_relaxed);
}

Choice::Choice(Experiment* owner, const char* name, Template label, std::vector<ChoiceSpec> choices,
               const SettingTraits& traits)
    : Setting(owner,
              withChoices(specOf(name, label, SettingType::choice, choices.front().name, traits), choices))
{
}

void Choice::assign(const SettingValue& value)
{
    const auto& name = std::get<std::string>(value);
    for (std::size_t i = 0; i < spec().choices.size(); ++i)
        if (spec().choices[i].name == name)
            m_index.store(i, std::memory_order_relaxed);
}

ChoiceList::ChoiceList(Experiment* owner, const char* name, Template label,
                       const std::vector<std::string>& value, std::vector<ChoiceSpec> choices,
                       const SettingTraits& traits)
    : Setting(owner, withChoices(specOf(name, label, SettingType::list,
                                        fmt::format("{}", fmt::join(value, ",")), traits),
                                 std::move(choices))),
      m_value(std::get<std::string>(spec().value))
{
}

std::vector<std::string> ChoiceList::names() const
{
    std::vector<std::string> names;
    for (std::string& part : listParts(std::get<std::string>(current())))
        if (std::find(names.begin(), names.end(), part) == names.end())
            names.push_back(std::move(part));
    return names;
}

std::vector<std::size_t> ChoiceList::places() const
{
    const std::vector<ChoiceSpec>& all = spec().choices;
    std::vector<std::size_t> places;
    for (const std::string& name : names())
        places.push_back(
            static_cast<std::size_t>(std::ranges::find(all, name, &ChoiceSpec::name) - all.begin()));
    return places;
}

Assignment ChoiceList::operator=(std::initializer_list<const char*> words) const
{
    return {this, fmt::format("{}", fmt::join(words, ","))};
}

SettingValue ChoiceList::current() const
{
    const ScopedLock guard(m_mutex);
    return m_value;
}

void ChoiceList::assign(const SettingValue& value)
{
    const ScopedLock guard(m_mutex);
    m_value = std::get<std::string>(value);
}

std::vector<std::string> listParts(std::string_view text)
{
    std::vector<std::string> parts;
    for (std::size_t from = 0; from <= text.size();) {
        const std::size_t comma = std::min(text.find(',', from), text.size());
        parts.emplace_back(text.substr(from, comma - from));
        from = comma + 1;
    }
    return parts;
}

FreeText::FreeText(Experiment* owner, const char* name, Template label, std::string value,
                   const SettingTraits& traits)
    : Setting(owner, specOf(name, label, SettingType::text, value, traits)), m_value(std::move(value))
{
}

std::string FreeText::value() const
{
    const ScopedLock guard(m_mutex);
    return m_value;
}

void FreeText::assign(const SettingValue& value)
{
    const ScopedLock guard(m_mutex);
    m_value = std::get<std::string>(value);
}

} // namespace threadscape
