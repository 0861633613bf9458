#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

namespace threadscape {

/// A sentence's source text with places %1, %2, ... for arguments and %n for a count, and the context that tells a
/// translator where it is read. Written as TS_TEXT("bank", "%1 waited for %2"), which lupdate extracts.
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

/// A name that an experiment gives to a thread, a lock, a variable or an operation, for lupdate. It is recorded as it stands
/// here, and put into the reader's language where it is shown. Its context is "name".
#define TS_NAME(context, source) source

/// A length of time inside a sentence: shown with a unit that fits ("412 ms", "2.5 s").
struct DurationArg {
    std::int64_t ns = 0;
    friend bool operator==(DurationArg, DurationArg) = default;
};

/// A real number inside a sentence, shown with so many digits after the point.
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

/// Names one after the other, in an order that means something: "Thread-1 → Thread-2 → Thread-1".
struct ChainArg {
    std::vector<std::string> names;
    friend bool operator==(const ChainArg&, const ChainArg&) = default;
};

/// Something a person will read: a template and its arguments, put into words in the reader's language only where it is
/// shown. Sentences are never glued together from pieces. Threads: a value type.
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

    /// The next %N. Strings are data (names, paths) and are not translated; Templates are. (Out of line, one a type: g++ 12
    /// takes an inlined temporary variant for uninitialised.)
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
    /// Something that knows how it is told in a sentence: a setting, or what findings say, which also knows where that is
    /// seen.
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

    /// The argument before is the value of that finding: a reader who clicks on it sees where it comes from.
    Text&& of(std::string finding) &&;
    template <typename Reported>
    requires requires(const Reported& reported) { reported.reportedAs(); }
    Text&& of(const Reported& reported) && { return std::move(*this).of(std::string(reported.reportedAs())); }
    /// The finding that an argument is the value of; empty: none.
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

    /// In plain English, for logs and tests without a user interface. What people see goes through app/text.
    std::string english() const;

private:
    Template m_form;
    std::vector<Arg> m_args;
    std::vector<std::string> m_findings; // by argument; may be shorter
    std::optional<std::int64_t> m_count;
};

/// What went wrong, as one sentence that names what was given and what is allowed.
struct Error {
    Text text;
};

/// "412 ms", "2.5 s", "12 us": three significant digits, with '.' as decimal point.
std::string formatDuration(std::int64_t ns);

} // namespace threadscape
