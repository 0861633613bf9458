#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

namespace threadscape {

/// A sentence's source text with placeholders %1, %2, ... for arguments and %n for a count, and the context for the translator.
/// Written as TS_TEXT("bank", "%1 waited for %2"), which lupdate extracts.
struct Template {
    const char* context = "";
    const char* source = "";
    friend bool operator==(Template a, Template b) noexcept { return std::string(a.source) == b.source; }
};

#define TS_TEXT(context, source)                                                                             \
    ::threadscape::Template                                                                                  \
    {                                                                                                        \
        context, source                                                                                      \
    }

/// The same with a count at %n: a translation has as many forms as its language has plurals.
#define TS_PLURAL(context, source) TS_TEXT(context, source)

/// A name that an experiment gives to a thread, a lock, a variable or an operation, for lupdate. It is recorded verbatim, and
/// translated for display. Its context is "name".
#define TS_NAME(context, source) source

/// A duration inside a sentence: shown with a unit that fits ("412 ms", "2.5 s").
struct DurationArg {
    std::int64_t ns = 0;
    friend bool operator==(DurationArg, DurationArg) = default;
};

/// A real number inside a sentence, shown with this number of decimals.
struct NumberArg {
    double value = 0;
    int digits = 2;
    friend bool operator==(NumberArg, NumberArg) = default;
};

/// The name of a thread, a lock, a variable or an operation inside a sentence: one that TS_NAME marks is translated, perhaps
/// with a number behind it ("Depositor 7").
struct NameArg {
    std::string name;
    friend bool operator==(const NameArg&, const NameArg&) = default;
};

/// A sequence of names in a significant order: "Thread-1 → Thread-2 → Thread-1".
struct ChainArg {
    std::vector<std::string> names;
    friend bool operator==(const ChainArg&, const ChainArg&) = default;
};

/// A user-visible text: a template and its arguments, translated only for display. Sentences are never concatenated from
/// pieces. Threads: a value type.
class Text {
public:
    using Arg = std::variant<std::string, std::int64_t, DurationArg, NumberArg, NameArg, ChainArg, Template>;

    Text() = default;
    Text(Template form) : m_form(form) {} // NOLINT(google-explicit-constructor): a sentence without arguments

    /// The sentence with its arguments: `Text(TS_TEXT("bank", "%1 of %2"), done, all)`.
    template <typename... Args>
    requires(sizeof...(Args) > 0) Text(Template form, const Args&... args) : m_form(form)
    {
        (static_cast<void>(std::move(*this).arg(args)), ...);
    }

    /// The next %N. Strings are data (names, paths) and are not translated; Templates are. (Out of line, one per type: g++ 12
    /// reports an inlined temporary variant as uninitialised.)
    Text&& arg(std::string value) &&;
    Text&& arg(const char* value) && { return std::move(*this).arg(std::string(value)); }
    Text&& arg(std::int64_t value) &&;
    Text&& arg(DurationArg value) &&;
    Text&& arg(NumberArg value) &&;
    Text&& arg(NameArg value) &&;
    Text&& arg(ChainArg value) &&;
    Text&& arg(Template value) &&;
    Text&& arg(const Arg& value) &&;
    template <typename N, std::enable_if_t<std::is_integral_v<N>, int> = 0>
    Text&& arg(N value) &&
    {
        return std::move(*this).arg(static_cast<std::int64_t>(value));
    }
    /// A type that knows its form in a sentence: a setting, or a quoted finding, which also knows where it is visible.
    template <typename Told>
    requires requires(const Told& told) { told.asArg(); }
    Text&& arg(const Told& told) &&
    {
        Text&& text = std::move(*this).arg(Arg(told.asArg()));
        if constexpr (requires { told.finding(); }) {
            if (!told.finding().empty())
                return std::move(text).of(told.finding());
        }
        return std::move(text);
    }

    /// The next %N of a sentence that is put together step by step.
    template <typename Value>
    void add(const Value& value)
    {
        static_cast<void>(std::move(*this).arg(value));
    }

    /// Marks the previous argument as the value of that finding: clicking on it shows where it comes from.
    Text&& of(std::string finding) &&;
    template <typename Reported>
    requires requires(const Reported& reported) { reported.reportedAs(); }
    Text&& of(const Reported& reported) && { return std::move(*this).of(std::string(reported.reportedAs())); }
    /// The finding of an argument; empty: none.
    const std::string& findingOf(std::size_t arg) const noexcept;

    /// The number that decides between singular and plural; shown at %n.
    Text&& count(std::int64_t n) &&
    {
        m_count = n;
        return std::move(*this);
    }

    bool empty() const noexcept { return m_form.source[0] == '\0'; }
    Template form() const noexcept { return m_form; }
    const std::vector<Arg>& args() const noexcept { return m_args; }
    std::optional<std::int64_t> count() const noexcept { return m_count; }

    /// The same sentence with the same arguments.
    friend bool operator==(const Text&, const Text&) = default;

    /// In plain English, for logs and tests without a user interface. User-visible text goes through app/text.
    std::string english() const;

private:
    Template m_form;
    std::vector<Arg> m_args;
    std::vector<std::string> m_findings; // by argument; may be shorter
    std::optional<std::int64_t> m_count;
};

/// An error as one sentence that states what was given and what is allowed.
struct Error {
    Text text;
};

/// "412 ms", "2.5 s", "12 us": three significant digits, with '.' as decimal point.
std::string formatDuration(std::int64_t ns);

} // namespace threadscape
