#pragma once

#include "base/mutex.h"
#include "base/text.h"

#include <array>
#include <atomic>
#include <concepts>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <variant>
#include <vector>

namespace threadscape {

class Experiment;

/// The type of a setting's value. A list is stored as comma-separated text.
enum class SettingType : std::uint8_t { integer, real, boolean, choice, text, list };
const char* settingTypeName(SettingType type) noexcept; ///< "int", "real", "bool", "choice", "text", "list"

using SettingValue = std::variant<std::int64_t, double, bool, std::string>;

/// The heading of a setting in the window.
enum class SettingGroup : std::uint8_t { who, howLong, rules, run };

/// One of the allowed words of a choice or list: its name in commands and files, and its label.
struct ChoiceSpec {
    std::string name;
    Template label;
};

/// A text without what nobody else should read, such as passwords.
using Masking = std::string (*)(std::string_view text);

/// Everything about a setting but its current value: windows, command lines and files are built from it.
struct SettingSpec {
    std::string name;
    Template label;
    Template help{}; ///< one sentence; may be empty
    SettingType type = SettingType::integer;
    SettingValue value; ///< the default
    double min = 0;     ///< integers and reals
    double max = 0;
    std::vector<ChoiceSpec> choices; ///< choices and lists
    std::string unit;                ///< "ms", "s", or empty
    bool live = false;               ///< takes effect during the run
    SettingGroup group = SettingGroup::rules;
    Template whenEmpty{};     ///< texts: the meaning of an empty one ("pictures made afresh")
    bool folder = false;      ///< texts: it names a folder
    Masking masked = nullptr; ///< texts: what of it is shown and kept; nullptr: all
};

/// Parses `text` as a value of this setting. The error states what is allowed. Choices and booleans are matched exactly. Any
/// thread.
tl::expected<SettingValue, Error> parseSetting(const SettingSpec& spec, std::string_view text);
/// Whether `value` is allowed; the error states what is.
tl::expected<void, Error> checkSetting(const SettingSpec& spec, const SettingValue& value);
/// The value as it is written in commands and files ("0.5", "true", "all").
std::string settingText(const SettingValue& value);

/// One setting of one experiment with its value. A live one is changed while the experiment's threads read it.
/// Threads: read by any; changed by the run.
class Setting {
public:
    Setting(Experiment* owner, SettingSpec spec);
    Setting(const Setting&) = delete;
    Setting& operator=(const Setting&) = delete;
    virtual ~Setting() = default;

    const SettingSpec& spec() const noexcept { return m_spec; }
    virtual SettingValue current() const = 0;
    /// The same as it is shown, and kept in files: without passwords.
    SettingValue told() const;
    /// Sets the value. Precondition: checkSetting accepts it.
    virtual void assign(const SettingValue& value) = 0;

private:
    SettingSpec m_spec;
};

/// A preset's value for a setting: `workMs = 20`. Does not change the setting by itself.
struct [[nodiscard]] Assignment {
    const Setting* setting = nullptr;
    SettingValue value;
};

/// Properties of a setting besides its value: `kHowLong.between(0, 1000).live().in("ms").about(TS_TEXT(...))`.
class SettingTraits {
public:
    constexpr explicit SettingTraits(SettingGroup group) : m_group(group) {}
    /// The allowed range, inclusive.
    constexpr SettingTraits between(double min, double max) const
    {
        SettingTraits copy = *this;
        copy.m_min = min;
        copy.m_max = max;
        return copy;
    }
    /// Takes effect during the run.
    constexpr SettingTraits live() const
    {
        SettingTraits copy = *this;
        copy.m_live = true;
        return copy;
    }
    constexpr SettingTraits in(const char* unit) const
    {
        SettingTraits copy = *this;
        copy.m_unit = unit;
        return copy;
    }
    /// One explanatory sentence.
    constexpr SettingTraits about(Template help) const
    {
        SettingTraits copy = *this;
        copy.m_help = help;
        return copy;
    }
    /// For a text: the meaning of an empty one.
    constexpr SettingTraits whenEmpty(Template words) const
    {
        SettingTraits copy = *this;
        copy.m_whenEmpty = words;
        return copy;
    }
    /// For a text: it names a folder, for which a window offers a dialog.
    constexpr SettingTraits folder() const
    {
        SettingTraits copy = *this;
        copy.m_folder = true;
        return copy;
    }
    /// For a text: only what `masking` leaves of it is shown, and kept in files.
    constexpr SettingTraits masked(Masking masking) const
    {
        SettingTraits copy = *this;
        copy.m_masked = masking;
        return copy;
    }
    void applyTo(SettingSpec& spec) const;

private:
    SettingGroup m_group;
    double m_min = 0;
    double m_max = 0;
    bool m_live = false;
    bool m_folder = false;
    const char* m_unit = "";
    Masking m_masked = nullptr;
    Template m_help{};
    Template m_whenEmpty{};
};
inline constexpr SettingTraits kWho{SettingGroup::who};
inline constexpr SettingTraits kHowLong{SettingGroup::howLong};
inline constexpr SettingTraits kRules{SettingGroup::rules};
inline constexpr SettingTraits kRun{SettingGroup::run};
/// Durations in ms that take effect during the run: `kLiveMs.between(0, 1000)`.
inline constexpr SettingTraits kLiveMs = kHowLong.live().in("ms");

template <typename T>
struct Range {
    T min;
    T max;
};

/// `Integer deposits{this, "deposits", TS_TEXT("deposit", "Deposits"), 100, kWho.between(1, 10000)};`
class Integer final : public Setting {
public:
    /// Throws std::logic_error when `traits` allow no such value.
    Integer(Experiment* owner, const char* name, Template label, std::int64_t value,
            const SettingTraits& traits);
    Integer(Experiment* owner, const char* name, Template label, std::int64_t value,
            Range<std::int64_t> range, const SettingTraits& traits);
    std::int64_t value() const noexcept { return m_value.load(std::memory_order_relaxed); }
    operator std::int64_t() const noexcept { return value(); } // NOLINT(google-explicit-constructor)
    std::int64_t asArg() const noexcept { return value(); }
    /// For a preset.
    Assignment operator=(std::int64_t value) const { return {this, value}; }
    SettingValue current() const override { return value(); }
    void assign(const SettingValue& value) override;

private:
    std::atomic<std::int64_t> m_value;
};

class Real final : public Setting {
public:
    /// Throws std::logic_error when `traits` allow no such value.
    Real(Experiment* owner, const char* name, Template label, double value, const SettingTraits& traits);
    Real(Experiment* owner, const char* name, Template label, double value, Range<double> range,
         const SettingTraits& traits);
    double value() const noexcept { return m_value.load(std::memory_order_relaxed); }
    operator double() const noexcept { return value(); } // NOLINT(google-explicit-constructor)
    /// For a preset.
    Assignment operator=(double value) const { return {this, value}; }
    SettingValue current() const override { return value(); }
    void assign(const SettingValue& value) override;

private:
    std::atomic<double> m_value;
};

class Boolean final : public Setting {
public:
    Boolean(Experiment* owner, const char* name, Template label, bool value, const SettingTraits& traits);
    bool value() const noexcept { return m_value.load(std::memory_order_relaxed); }
    operator bool() const noexcept { return value(); } // NOLINT(google-explicit-constructor)
    /// For a preset.
    Assignment operator=(bool value) const { return {this, value}; }
    SettingValue current() const override { return value(); }
    void assign(const SettingValue& value) override;

private:
    std::atomic<bool> m_value;
};

/// One word out of several, the first being the default. Experiments declare a OneOf.
class Choice : public Setting {
public:
    Choice(Experiment* owner, const char* name, Template label, std::vector<ChoiceSpec> choices,
           const SettingTraits& traits);
    bool is(std::string_view name) const noexcept { return spec().choices[index()].name == name; }
    const std::string& name() const noexcept { return spec().choices[index()].name; }
    /// As displayed.
    Template asArg() const noexcept { return spec().choices[index()].label; }
    std::size_t index() const noexcept { return m_index.load(std::memory_order_relaxed); }
    SettingValue current() const override { return spec().choices[index()].name; }
    void assign(const SettingValue& value) override;

private:
    std::atomic<std::size_t> m_index{0};
};

/// Labels for the words of a OneOf, in their order.
template <std::same_as<Template>... Labels>
constexpr std::array<Template, sizeof...(Labels)> words(Labels... labels)
{
    return {labels...};
}

/// A word as a template's argument.
template <std::size_t n>
struct FixedWord {
    consteval FixedWord(const char (&from)[n]) // NOLINT(google-explicit-constructor)
    {
        for (std::size_t i = 0; i < n; ++i)
            text[i] = from[i];
    }
    constexpr std::string_view view() const { return {text, n - 1}; }
    char text[n] = {};
};

/// One of these words, the first being the default:
/// `OneOf<"all", "one"> notify{this, "notify", TS_TEXT(...), words(TS_TEXT(...), TS_TEXT(...)), kRules};`
/// Comparing with or assigning any other word does not compile.
template <FixedWord... kWords>
class OneOf final : public Choice {
public:
    class Word {
    public:
        template <std::size_t n>
        consteval Word(const char (&word)[n]) // NOLINT(google-explicit-constructor)
            : m_index(placeOf(std::string_view(word, n - 1)))
        {
        }
        constexpr std::size_t index() const noexcept { return m_index; }

    private:
        static consteval std::size_t placeOf(std::string_view word)
        {
            std::size_t place = 0;
            const bool known = ((kWords.view() == word || (++place, false)) || ...);
            return known ? place : throw "no word of this setting";
        }
        std::size_t m_index;
    };

    OneOf(Experiment* owner, const char* name, Template label,
          const std::array<Template, sizeof...(kWords)>& labels, const SettingTraits& traits)
        : Choice(owner, name, label, choices(labels), traits)
    {
    }

    bool is(Word word) const noexcept { return index() == word.index(); }
    /// For a preset.
    Assignment operator=(Word word) const { return {this, spec().choices[word.index()].name}; }

private:
    static std::vector<ChoiceSpec> choices(const std::array<Template, sizeof...(kWords)>& labels)
    {
        std::vector<ChoiceSpec> all{{std::string(kWords.view()), {}}...};
        for (std::size_t i = 0; i < labels.size(); ++i)
            all[i].label = labels[i];
        return all;
    }
};

/// Some of several words, in a significant order; at least one.
class ChoiceList final : public Setting {
public:
    ChoiceList(Experiment* owner, const char* name, Template label, const std::vector<std::string>& value,
               std::vector<ChoiceSpec> choices, const SettingTraits& traits);
    /// The chosen words, each once. Threads: any.
    std::vector<std::string> names() const;
    /// The same as indices into spec().choices.
    std::vector<std::size_t> places() const;
    /// For a preset.
    Assignment operator=(std::initializer_list<const char*> words) const;
    SettingValue current() const override;
    void assign(const SettingValue& value) override;

private:
    mutable Mutex m_mutex;
    std::string m_value TS_GUARDED_BY(m_mutex);
};

/// `depositMin <= depositMax`: a condition, and the rule that it must hold.
struct AtMost {
    const Integer& low;
    const Integer& high;
    bool operator()() const noexcept { return low.value() <= high.value(); }
    operator bool() const noexcept { return (*this)(); } // NOLINT(google-explicit-constructor)
};
inline AtMost operator<=(const Integer& low, const Integer& high) noexcept
{
    return {low, high};
}

/// The parts of a list's text between its commas.
std::vector<std::string> listParts(std::string_view text);

/// Any text, an empty one too: names, addresses, a folder. Further restrictions are brokenRule()'s.
class FreeText final : public Setting {
public:
    FreeText(Experiment* owner, const char* name, Template label, std::string value,
             const SettingTraits& traits);
    std::string value() const;
    std::string asArg() const { return value(); }
    /// For a preset.
    Assignment operator=(std::string value) const { return {this, std::move(value)}; }
    SettingValue current() const override { return value(); }
    void assign(const SettingValue& value) override;

private:
    mutable Mutex m_mutex;
    std::string m_value TS_GUARDED_BY(m_mutex);
};

} // namespace threadscape
