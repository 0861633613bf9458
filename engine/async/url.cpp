#include "async/url.h"

#include <algorithm>
#include <arpa/inet.h>
#include <array>
#include <charconv>
#include <cstdlib>
#include <fmt/format.h>
#include <idn2.h>
#include <memory>

namespace threadscape {

namespace {

constexpr std::uint16_t kHttp = 80;
constexpr std::uint16_t kHttps = 443;

std::string lowered(std::string_view text)
{
    std::string low(text);
    std::ranges::transform(
        low, low.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return low;
}

// Characters that could end a line or a word of the request.
bool isPlain(std::string_view text)
{
    return std::ranges::all_of(text,
                               [](char c) { return static_cast<unsigned char>(c) > ' ' && c != '\x7F'; });
}

bool takePort(std::string_view text, std::uint16_t& port)
{
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), port);
    return error == std::errc() && end == text.data() + text.size() && port != 0;
}

int hexDigit(char c)
{
    constexpr std::string_view kDigits = "0123456789abcdef";
    return static_cast<int>(kDigits.find(c >= 'A' && c <= 'F' ? static_cast<char>(c - 'A' + 'a') : c));
}

// "%C3%A9" in bytes.
std::string percentDecoded(std::string_view text)
{
    std::string bytes;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const bool coded = text[at] == '%' && at + 2 < text.size() && hexDigit(text[at + 1]) >= 0 &&
                           hexDigit(text[at + 2]) >= 0;
        bytes += coded ? static_cast<char>(16 * hexDigit(text[at + 1]) + hexDigit(text[at + 2])) : text[at];
        at += coded ? 2 : 0;
    }
    return bytes;
}

// What a request cannot bear as it is.
std::string percentEncoded(std::string_view text)
{
    constexpr std::string_view kCoded = "\"<>";
    std::string coded;
    for (const char c : text)
        if (static_cast<unsigned char>(c) >= 0x80 || kCoded.find(c) != std::string_view::npos)
            coded += fmt::format("%{:02X}", static_cast<unsigned char>(c));
        else
            coded += c;
    return coded;
}

// The name as name servers know it. Source: UTS #46, non-transitional, as browsers do. nullopt: none.
std::optional<std::string> asciiHost(std::string_view text)
{
    constexpr std::string_view kForbidden = "\"#%/:<>?@[\\]^`{|}";
    const std::string name = percentDecoded(text);
    if (!isPlain(name) || name.empty() || name.find_first_of(kForbidden) != std::string::npos)
        return std::nullopt;
    if (std::ranges::all_of(name, [](char c) { return static_cast<unsigned char>(c) < 0x80; }))
        return lowered(name);
    char* made = nullptr;
    const int result = idn2_to_ascii_8z(name.c_str(), &made, IDN2_NFC_INPUT | IDN2_NONTRANSITIONAL);
    const std::unique_ptr<char, decltype(&idn2_free)> owned(made, &idn2_free);
    if (result != IDN2_OK)
        return std::nullopt;
    return lowered(made);
}

bool isIpv6(const std::string& text)
{
    in6_addr address{};
    return ::inet_pton(AF_INET6, text.c_str(), &address) == 1;
}

// "host", "host:8080", "[::1]:8080", "user:password@host"
bool takeAuthority(std::string_view text, Url& url)
{
    if (const std::size_t at = text.rfind('@'); at != std::string_view::npos) {
        url.credentials = percentDecoded(text.substr(0, at));
        if (!url.credentials.empty() && url.credentials.find(':') == std::string::npos)
            url.credentials += ':';
        text.remove_prefix(at + 1);
    }
    std::string_view port;
    if (text.starts_with('[')) {
        const std::size_t end = text.find(']');
        if (end == std::string_view::npos)
            return false;
        url.host = lowered(text.substr(1, end - 1));
        if (!isIpv6(url.host))
            return false;
        port = text.substr(end + 1);
    } else {
        const std::size_t colon = text.find(':');
        const std::optional<std::string> host = asciiHost(text.substr(0, colon));
        if (!host)
            return false;
        url.host = *host;
        port = colon == std::string_view::npos ? std::string_view() : text.substr(colon);
    }
    return port.empty() || port == ":" || (port.starts_with(':') && takePort(port.substr(1), url.port));
}

/// Where the host begins and ends, with what may stand before and behind it.
std::pair<std::size_t, std::size_t> authorityIn(std::string_view address)
{
    const std::size_t scheme = address.find("://");
    const std::size_t begin = scheme == std::string_view::npos ? 0 : scheme + 3;
    return {begin, std::min(address.find_first_of("/?#", begin), address.size())};
}

} // namespace

std::optional<Url> Url::parse(std::string_view text)
{
    constexpr std::string_view kPlainScheme = "http://";
    constexpr std::string_view kSecureScheme = "https://";
    if (!isPlain(text))
        return std::nullopt;
    Url url;
    url.secure = lowered(text.substr(0, kSecureScheme.size())) == kSecureScheme;
    if (!url.secure && lowered(text.substr(0, kPlainScheme.size())) != kPlainScheme)
        return std::nullopt;
    text.remove_prefix(url.secure ? kSecureScheme.size() : kPlainScheme.size());
    url.port = url.secure ? kHttps : kHttp;
    text = text.substr(0, text.find('#'));
    const std::size_t path = std::min(text.find_first_of("/?"), text.size());
    if (!takeAuthority(text.substr(0, path), url))
        return std::nullopt;
    if (path < text.size())
        url.target = (text[path] == '/' ? "" : "/") + percentEncoded(text.substr(path));
    return url;
}

std::optional<Url> Url::follow(std::string_view location) const
{
    const std::string scheme = secure ? "https:" : "http:";
    std::optional<Url> next;
    if (location.find("://") < location.find_first_of("/?#")) {
        next = parse(location);
    } else if (location.starts_with("//")) {
        next = parse(scheme + std::string(location));
    } else if (location.starts_with('/')) {
        next = parse(scheme + "//" + authority() + std::string(location));
    } else {
        std::string folder = target.substr(0, target.find('?'));
        if (!location.starts_with('?'))
            folder.erase(folder.rfind('/') + 1);
        next = parse(scheme + "//" + authority() + folder + std::string(location));
    }
    if (next) {
        const bool sameServer = next->secure == secure && next->host == host && next->port == port;
        next->credentials = sameServer ? credentials : std::string();
    }
    return next;
}

std::string Url::authority() const
{
    const std::string name = host.find(':') == std::string::npos ? host : '[' + host + ']';
    return port == (secure ? kHttps : kHttp) ? name : name + ':' + std::to_string(port);
}

std::string Url::text() const
{
    return (secure ? "https://" : "http://") + std::string(credentials.empty() ? "" : "***@") + authority() +
           target;
}

std::string withoutCredentials(std::string_view address)
{
    const auto [begin, end] = authorityIn(address);
    const std::size_t at = address.substr(0, end).rfind('@');
    if (at == std::string_view::npos || at < begin)
        return std::string(address);
    return std::string(address.substr(0, begin)) + "***" + std::string(address.substr(at));
}

} // namespace threadscape
