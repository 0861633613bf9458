#pragma once

#include "base/text.h"

#include <atomic>
#include <cstdint>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <variant>
#include <vector>

namespace threadscape {

class Experiment;

/// What a setting can be. A list is held as its comma-separated text.
enum class SettingType : std::uint8_t { integer, real, boolean, choice, text, list };
const char* settingTypeName(SettingType type) noexcept; ///< "int", "real", "bool", "choice", "text", "list"

using SettingValue = std::variant<std::int64_t, double, bool, std::string>;

/// Under which heading a setting stands in the window.
enum class SettingGroup : std::uint8_t { who, howLong, rules, run };

/// One of the allowed words of a choice or list: its name in commands and files, and what people read.
struct ChoiceSpec {
    std::string name;
    Template label;
};

/// All that is known of a setting before any value: windows, command lines and files are built from it.
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
    bool live = false;               ///< takes effect while the run goes on
    SettingGroup group = SettingGroup::rules;
    Template whenEmpty{}; ///< texts: what an empty one stands for ("pictures made afresh")
    bool folder = false;  ///< texts: it names a folder
};

/// The value that `text` means for this setting, or the sentence that says what is allowed. Choices and booleans are
/// matched exactly. Any thread.
tl::expected<SettingValue, Error> parseSetting(const SettingSpec& spec, std::string_view text);
/// Whether `value` is allowed, or the sentence that says what is.
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
    /// Takes a value that checkSetting accepts.
    virtual void assign(const SettingValue& value) = 0;

private:
    SettingSpec m_spec;
};

/// What a setting is besides its value: `kHowLong.live().in("ms").about(TS_TEXT(...))`.
class SettingTraits {
public:
    constexpr explicit SettingTraits(SettingGroup group) : m_group(group) {}
    /// Takes effect while the run goes on.
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
    /// One sentence that explains it.
    constexpr SettingTraits about(Template help) const
    {
        SettingTraits copy = *this;
        copy.m_help = help;
        return copy;
    }
    /// Of a text: what an empty one stands for.
    constexpr SettingTraits whenEmpty(Template words) const
    {
        SettingTraits copy = *this;
        copy.m_whenEmpty = words;
        return copy;
    }
    /// Of a text: it names a folder, which a window helps to choose.
    constexpr SettingTraits folder() const
    {
        SettingTraits copy = *this;
        copy.m_folder = true;
        return copy;
    }
    void applyTo(SettingSpec& spec) const;

private:
    SettingGroup m_group;
    bool m_live = false;
    bool m_folder = false;
    const char* m_unit = "";
    Template m_help{};
    Template m_whenEmpty{};
};
inline constexpr SettingTraits kWho{SettingGroup::who};
inline constexpr SettingTraits kHowLong{SettingGroup::howLong};
inline constexpr SettingTraits kRules{SettingGroup::rules};
inline constexpr SettingTraits kRun{SettingGroup::run};

template <typename T>
struct Range {
    T min;
    T max;
};

/// `Integer deposits{this, "deposits", TS_TEXT("deposit", "Deposits"), 100, {1, 10000}, kWho};`
class Integer final : public Setting {
public:
    Integer(Experiment* owner, const char* name, Template label, std::int64_t value,
            Range<std::int64_t> range, const SettingTraits& traits);
    std::int64_t value() const noexcept { return m_value.load(std::memory_order_relaxed); }
    operator std::int64_t() const noexcept { return value(); } // NOLINT(google-explicit-constructor)
    SettingValue current() const override { return value(); }
    void assign(const SettingValue& value) override;

private:
    std::atomic<std::int64_t> m_value;
};

class Real final : public Setting {
public:
    Real(Experiment* owner, const char* name, Template label, double value, Range<double> range,
         const SettingTraits& traits);
    double value() const noexcept { return m_value.load(std::memory_order_relaxed); }
    operator double() const noexcept { return value(); } // NOLINT(google-explicit-constructor)
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
    SettingValue current() const override { return value(); }
    void assign(const SettingValue& value) override;

private:
    std::atomic<bool> m_value;
};

/// One word out of several, the first being the default; experiments compare with `is("all")`.
class Choice final : public Setting {
public:
    Choice(Experiment* owner, const char* name, Template label, std::vector<ChoiceSpec> choices,
           const SettingTraits& traits);
    bool is(std::string_view name) const noexcept { return spec().choices[index()].name == name; }
    const std::string& name() const noexcept { return spec().choices[index()].name; }
    std::size_t index() const noexcept { return m_index.load(std::memory_order_relaxed); }
    SettingValue current() const override { return spec().choices[index()].name; }
    void assign(const SettingValue& value) override;

private:
    std::atomic<std::size_t> m_index{0};
};

/// Some of several words, in an order that means something; at least one.
class ChoiceList final : public Setting {
public:
    ChoiceList(Experiment* owner, const char* name, Template label, const std::vector<std::string>& value,
               std::vector<ChoiceSpec> choices, const SettingTraits& traits);
    /// Those that are chosen, each once. Threads: any.
    std::vector<std::string> names() const;
    SettingValue current() const override;
    void assign(const SettingValue& value) override;

private:
    mutable std::mutex m_mutex;
    std::string m_value; // under it
};

/// The parts of a list's text between its commas.
std::vector<std::string> listParts(std::string_view text);

/// Any text, an empty one too: names, addresses, a folder. What it must be beyond that is for brokenRule() to say.
class FreeText final : public Setting {
public:
    FreeText(Experiment* owner, const char* name, Template label, std::string value,
             const SettingTraits& traits);
    std::string value() const;
    SettingValue current() const override { return value(); }
    void assign(const SettingValue& value) override;

private:
    mutable std::mutex m_mutex;
    std::string m_value; // under it
};

} // namespace threadscape
