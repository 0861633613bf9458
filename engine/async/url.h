#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace threadscape {

/// An http:// or https:// address. Threads: a value type.
struct Url {
    bool secure = false;
    std::string host;         ///< in lower case; of IPv6 without brackets
    std::uint16_t port = 0;   ///< that which belongs to the scheme, unless the address tells another
    std::string target = "/"; ///< path and query, without a fragment

    /// Nothing: it is none ("ftp://x", "http://", "http://x:99999").
    static std::optional<Url> parse(std::string_view text);
    /// Where a redirect from here leads: another address, or a part of one ("/other", "next", "//host/").
    std::optional<Url> follow(std::string_view location) const;

    /// Host and port as a request names them: the port only where it is not the scheme's own.
    std::string authority() const;
    std::string text() const;

    friend bool operator==(const Url&, const Url&) = default;
};

} // namespace threadscape
