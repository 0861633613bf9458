#pragma once

#include "record/open_spans.h"

#include <charconv>
#include <optional>
#include <string>
#include <string_view>

/// Definitions shared by the writer and the reader of this program's Chrome traces.
namespace threadscape::chrome {

inline constexpr int kChromeFormat =
    1; ///< "threadscape" in "otherData"; other versions are read like foreign traces

/// A track's states, and below them its operations by depth, appear as a thread each in other programs.
inline constexpr int kTidsPerTrack = 1 + OpenSpans::kOperationSlots;
constexpr int tidOf(std::size_t track, std::size_t line = 0) noexcept
{
    return static_cast<int>(track) * kTidsPerTrack + static_cast<int>(line) + 1;
}

/// Values of an event's "how", which other programs ignore.
inline constexpr std::string_view kHowOpen = "open"; ///< had not ended
inline constexpr std::string_view kHowStopped = "stopped";
inline constexpr std::string_view kHowTimedOut = "timed out";
inline constexpr std::string_view kHowAsNamed = "as named"; ///< the number at the end belongs to the name
inline constexpr std::string_view kHowOpenAsNamed = "open, as named";
inline constexpr std::string_view kHowOrdinal = "ordinal"; ///< the number at the end is an ordinal ("task 7")
inline constexpr std::string_view kHowOpenOrdinal = "open, ordinal";
inline constexpr std::string_view kHowByNobody = "by nobody"; ///< unknown track
inline constexpr std::string_view kHowOrdinalByNobody = "ordinal, by nobody";

/// An operation's number at the end of its name: "deposit 7". nullopt if absent or not in canonical form ("007").
inline std::optional<std::int32_t> numberAtEnd(std::string_view name) noexcept
{
    const std::size_t space = name.rfind(' ');
    if (space == std::string_view::npos)
        return std::nullopt;
    const std::string_view digits = name.substr(space + 1);
    std::int32_t number = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (error != std::errc() || end != digits.data() + digits.size())
        return std::nullopt;
    const std::string_view plain = digits.starts_with('-') ? digits.substr(1) : digits;
    const bool usual = plain == "0" ? plain.size() == digits.size() : !plain.starts_with('0');
    return usual ? std::optional(number) : std::nullopt;
}

} // namespace threadscape::chrome
