#pragma once

#include "lab/findings.h"

#include <functional>
#include <optional>
#include <string_view>
#include <type_traits>

namespace threadscape {

class Experiment;

/// How a finding is told of a part of the run alone (see RunStretch).
enum class PartRule : std::uint8_t {
    untold,     ///< it cannot be told: it is of the whole run
    difference, ///< it is a sum that grows: what was added in the part
    ratio,      ///< what was added to one sum, divided by what was added to another, or by the seconds
    computed,   ///< its function reads a Basis that is computed for the part
};

/// The sums behind a finding at one moment.
struct Reading {
    bool known = false;   ///< false: it has no value yet
    bool integer = false; ///< it counts
    double sum = 0;
    double per = 0;
};

/// What is known of a finding beside its value: `"ms"`, `Evidence::longestWait`, or `in("ms", Evidence::longestWait)`.
struct FindingTraits {
    FindingTraits() = default;
    FindingTraits(const char* of, Evidence seenAs = Evidence::none) // NOLINT(google-explicit-constructor)
        : unit(of), evidence(seenAs)
    {
    }
    FindingTraits(Evidence seenAs) : evidence(seenAs) {} // NOLINT(google-explicit-constructor)
    /// Digits beyond those usual are shown, so that such a difference is seen; nullopt, or 0: the usual ones.
    FindingTraits toWithin(std::function<std::optional<double>()> difference) &&
    {
        resolution = std::move(difference);
        return std::move(*this);
    }
    /// It is reported only where `condition()` holds: by the settings that the run has now.
    FindingTraits when(std::function<bool()> condition) &&
    {
        reported = std::move(condition);
        return std::move(*this);
    }
    /// It is a sum that only grows, so that parts of the run add up to it.
    FindingTraits addsUp() &&
    {
        part = PartRule::difference;
        return std::move(*this);
    }
    /// It is `sum()` per second, or divided by `by()`: both are sums that only grow.
    FindingTraits per(std::function<double()> sum, std::function<double()> by = {}) &&
    {
        part = PartRule::ratio;
        sumSoFar = std::move(sum);
        perSoFar = std::move(by);
        return std::move(*this);
    }
    /// It is computed from a Basis that can be computed for a part of the run.
    FindingTraits ofBasis() &&
    {
        part = PartRule::computed;
        return std::move(*this);
    }

    const char* unit = "";
    Evidence evidence = Evidence::none;
    std::function<bool()> reported;                    ///< empty: always
    std::function<std::optional<double>()> resolution; ///< empty: the usual digits
    PartRule part = PartRule::untold;
    std::function<double()> sumSoFar; ///< of PartRule::ratio
    std::function<double()> perSoFar; ///< empty: the time in s
};
/// In this unit ("ms"), and where it is seen.
inline FindingTraits in(const char* unit, Evidence evidence = Evidence::none)
{
    return {unit, evidence};
}
/// Always reported, or see FindingTraits::when.
inline FindingTraits when(std::function<bool()> condition)
{
    return FindingTraits().when(std::move(condition));
}
/// A sum that only grows, see FindingTraits::addsUp.
inline FindingTraits addsUp()
{
    return FindingTraits().addsUp();
}

/// With as many digits as show that difference, see FindingTraits::toWithin.
inline FindingTraits toWithin(std::function<std::optional<double>()> difference)
{
    return FindingTraits().toWithin(std::move(difference));
}

/// Something that a run finds out, declared once as a member of its experiment: it is reported in the order of declaration, by
/// this name, and quoted in answers: `found(it)`, see Findings.
/// Threads: reportedValue() by any.
class Reported {
public:
    Reported(Experiment* owner, const char* name, Template label, FindingTraits traits);
    Reported(const Reported&) = delete;
    Reported& operator=(const Reported&) = delete;
    virtual ~Reported() = default;

    const char* reportedAs() const noexcept { return m_name; } ///< as in result files: "went_negative"
    Template label() const noexcept { return m_label; }
    const FindingTraits& traits() const noexcept { return m_traits; }
    /// What it has come to so far.
    virtual FindingValue reportedValue() const = 0;

    /// The sums that PartRule::difference and ratio need at a part's ends.
    Reading reading() const;
    /// Its value in a part of `seconds` between two readings; none where it cannot be told.
    FindingValue valueWithin(double seconds, const Reading& before, const Reading& after) const;

private:
    const char* m_name;
    Template m_label;
    FindingTraits m_traits;
};

/// One whose value is a T, if there is any yet.
template <typename T>
class ReportedAs : public Reported {
public:
    using Reported::Reported;

protected:
    static FindingValue valueOf(FindingValue value) { return value; }
    static FindingValue valueOf(T value) { return FindingValue(std::move(value)); }
    static FindingValue valueOf(std::optional<T> value)
    {
        return value ? FindingValue(std::move(*value)) : FindingValue();
    }
};

} // namespace threadscape
