#pragma once

#include "base/text.h"
#include "lab/setting.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace threadscape {

/// A std::string is data (a name, a path), a Text is translated.
using FindingValue = std::variant<std::monostate, std::int64_t, double, bool, std::string,
                                  std::vector<std::string>, std::vector<std::int64_t>, Text>;

/// Where in a run's picture a finding is visible.
enum class Evidence : std::uint8_t {
    none,
    longestWait, ///< the operation that waited longest
    leastNumber, ///< the lane with the smallest number at its end
    greatestNumber,
    lostUpdate,    ///< the first reads of one value by several threads
    belowZero,     ///< the first stretch in which the variable is negative
    greatestValue, ///< where the variable is greatest
    lastEnd,       ///< from the variable's last change to the end of the lane that ended last
    longestStall,  ///< the operation that kept an event loop longest
};

template <typename T>
class ReportedAs;

/// A finding's value as an answer uses it: for arithmetic, and as an argument of a sentence, where durations are formatted as
/// durations. Threads: a value type.
template <typename T>
class Quote {
public:
    /// `finding`: its name, or empty when the sentence is not to link to it.
    Quote(T value, std::string_view unit, std::string finding)
        : m_value(std::move(value)), m_unit(unit), m_finding(std::move(finding))
    {
    }

    const T& value() const noexcept { return m_value; }
    operator const T&() const noexcept { return m_value; } // NOLINT(google-explicit-constructor)

    /// With this number of decimals.
    Quote digits(int digits) const { return as(NumberArg{static_cast<double>(m_value), digits}); }
    /// For a ratio.
    Quote percent(int digits = 0) const { return as(NumberArg{100 * static_cast<double>(m_value), digits}); }
    /// For a thread or another object of the run.
    Quote name() const { return as(NameArg{m_value}); }

    Text::Arg asArg() const { return m_as ? *m_as : argOf(m_value, m_unit); }
    const std::string& finding() const noexcept { return m_finding; }

private:
    static Text::Arg argOf(double value, std::string_view unit);
    static Text::Arg argOf(std::int64_t value, std::string_view /*unit*/) { return value; }
    static Text::Arg argOf(const std::string& value, std::string_view /*unit*/) { return value; }
    static Text::Arg argOf(const Text& value, std::string_view /*unit*/) { return value.form(); }
    Quote as(const Text::Arg& arg) const
    {
        Quote copy = *this;
        copy.m_as = arg;
        return copy;
    }

    T m_value;
    std::string_view m_unit;
    std::string m_finding;
    std::optional<Text::Arg> m_as;
};

/// A number in "ms", "s", ... as a duration; one in another unit, or without, with two digits.
Text::Arg numberInSentence(double value, std::string_view unit);

template <typename T>
Text::Arg Quote<T>::argOf(double value, std::string_view unit)
{
    return numberInSentence(value, unit);
}

/// One number (or text) that a run found out, under its contract name.
struct Finding {
    std::string name; ///< as in result files: "went_negative"
    Template label;   ///< as people read it
    FindingValue value;
    std::string unit; ///< "ms", "s", "money", ... or empty
    Evidence evidence = Evidence::none;
    double resolution = 0; ///< the difference that its digits are to show, in its unit; 0: the usual digits
};

struct RunStretch;

/// The findings of a run, in the order of reporting. Threads: a value type.
class Findings {
public:
    void add(std::string name, Template label, FindingValue value, std::string unit = {},
             Evidence evidence = Evidence::none, double resolution = 0);

    /// The value of `reported`, for a sentence that links to where it is visible; no value yet: 0, or empty.
    template <typename T>
    Quote<T> operator()(const ReportedAs<T>& reported) const
    {
        return {valueOf(reported), reported.traits().unit, std::string(reported.reportedAs())};
    }
    /// The same without a link.
    template <typename T>
    Quote<T> operator[](const ReportedAs<T>& reported) const
    {
        return {valueOf(reported), reported.traits().unit, {}};
    }
    /// Whether it has a value.
    template <typename T>
    bool know(const ReportedAs<T>& reported) const noexcept
    {
        const Finding* finding = find(reported.reportedAs());
        return finding != nullptr && finding->value.index() != 0;
    }

    const std::vector<Finding>& all() const noexcept { return m_all; }
    const Finding* find(std::string_view name) const noexcept;
    /// The finding's number; 0 when it is absent or not a number.
    double number(std::string_view name) const noexcept;
    std::int64_t integer(std::string_view name) const noexcept;

    /// Of a run whose settings were changed while it went on: its parts between the changes, in the order of time. Else empty.
    const std::vector<RunStretch>& stretches() const noexcept { return m_stretches; }
    void setStretches(std::vector<RunStretch> stretches);

private:
    template <typename T>
    T valueOf(const ReportedAs<T>& reported) const
    {
        const Finding* finding = find(reported.reportedAs());
        const T* value = finding != nullptr ? std::get_if<T>(&finding->value) : nullptr;
        return value != nullptr ? *value : T{};
    }

    std::vector<Finding> m_all;
    std::vector<RunStretch> m_stretches;
};

/// A part of a run in which no setting was changed: what was set then, and what was found by its own data alone. Threads: a
/// value type.
struct RunStretch {
    std::int64_t fromNs = 0; ///< on the run's clock
    std::int64_t toNs = 0;
    double speed = 1;
    std::vector<std::pair<std::string, SettingValue>> settings; ///< the live ones
    Findings findings; ///< those that can be told of a part: the others are absent

    double seconds() const noexcept { return static_cast<double>(toNs - fromNs) * 1e-9; }
    /// The value of a live setting then; nullptr: it is not a live one.
    const SettingValue* setting(std::string_view name) const noexcept;
};

} // namespace threadscape
