#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace threadscape {

/// An http:// or https:// address. Threads: a value type.
struct Url {
    bool secure = false;
    std::string host;         ///< in ASCII and lower case ("xn--e1afmkfd.org"); of IPv6 without brackets
    std::uint16_t port = 0;   ///< the scheme's default unless given
    std::string target = "/"; ///< path and query in ASCII, without a fragment
    std::string credentials;  ///< "user:password", decoded; empty: none. No other function tells them

    /// nullopt: invalid ("ftp://x", "http://", "http://x:99999").
    static std::optional<Url> parse(std::string_view text);
    /// Resolves a redirect from here: a full address, or a relative one ("/other", "next", "//host/"). The credentials go along to
    /// the same scheme, host and port, and those of `location` nowhere.
    std::optional<Url> follow(std::string_view location) const;

    /// Host and port for a request: the port only if it is not the scheme's default.
    std::string authority() const;
    /// The whole address, with "***" for credentials.
    std::string text() const;

    friend bool operator==(const Url&, const Url&) = default;
};

/// An address, be it valid or not, with "***" for what stands before an @ in its host. Threads: any.
std::string withoutCredentials(std::string_view address);

} // namespace threadscape
