#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace threadscape {

/// One event of a Chrome trace. Texts are views of the file, strings with their quotes, empty if absent.
struct ChromeEvent {
    static constexpr std::int64_t kNoTime = INT64_MIN;

    char phase = '\0';
    std::int64_t atNs = kNoTime;
    std::int64_t durationNs = kNoTime;
    std::string_view pid;
    std::string_view tid;
    std::string_view name;
    std::string_view category;
    std::string_view id;
    std::string_view args;   ///< an object
    std::string_view bindId; ///< of a slice at which a flow begins or ends
    bool more = false;       ///< there are members that are not among these
    std::string_view how;    ///< only in this program's files, like the next two: see writeChromeTrace
    std::string_view at;
    std::string_view of;
};

/// Times lie between 2.3 years before 1970 and the year 2040, so that no difference overflows.
inline constexpr std::int64_t kLeastChromeNs = -(std::int64_t{1} << 56U);
inline constexpr std::int64_t kMostChromeNs = (std::int64_t{1} << 61U) + kLeastChromeNs;

/// Reads events one by one. Threads: one.
class ChromeEventParser {
public:
    /// The text must be followed by this number of arbitrary bytes.
    static constexpr std::size_t kPadding = 64;

    ChromeEventParser();
    ~ChromeEventParser();
    ChromeEventParser(const ChromeEventParser&) = delete;
    ChromeEventParser& operator=(const ChromeEventParser&) = delete;

    /// An object from `object` on; nullopt when it is invalid JSON, has no phase, or an invalid time.
    std::optional<ChromeEvent> read(std::string_view object);
    /// A string of the file without its quotes and escapes; other values verbatim.
    std::string text(std::string_view token);

private:
    struct Parser;
    std::unique_ptr<Parser> m_parser;
};

/// A number, or a number in a string, of µs (any decimals, any exponent), to the nearest ns; nullopt for anything else, and
/// outside of the limits above. Threads: any.
std::optional<std::int64_t> nsOfMicroseconds(std::string_view token) noexcept;
/// A number, or a number in a string. Threads: any.
std::optional<double> realOfToken(std::string_view token) noexcept;
std::optional<std::int64_t> integerOfToken(std::string_view token) noexcept;
/// Without quotes; escapes stay.
std::string_view unquoted(std::string_view token) noexcept;

} // namespace threadscape
