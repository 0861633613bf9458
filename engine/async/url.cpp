#include "async/url.h"

#include <algorithm>
#include <charconv>

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

// "host", "host:8080", "[::1]:8080"
bool takeAuthority(std::string_view text, Url& url)
{
    std::string_view port;
    if (text.starts_with('[')) {
        const std::size_t end = text.find(']');
        if (end == std::string_view::npos)
            return false;
        url.host = lowered(text.substr(1, end - 1));
        port = text.substr(end + 1);
    } else {
        const std::size_t colon = text.find(':');
        url.host = lowered(text.substr(0, colon));
        port = colon == std::string_view::npos ? std::string_view() : text.substr(colon);
    }
    if (url.host.empty() || url.host.find('@') != std::string::npos)
        return false;
    return port.empty() || port == ":" || (port.starts_with(':') && takePort(port.substr(1), url.port));
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
        url.target =
            text[path] == '/' ? std::string(text.substr(path)) : '/' + std::string(text.substr(path));
    return url;
}

std::optional<Url> Url::follow(std::string_view location) const
{
    const std::string scheme = secure ? "https:" : "http:";
    if (location.find("://") < location.find_first_of("/?#"))
        return parse(location);
    if (location.starts_with("//"))
        return parse(scheme + std::string(location));
    if (location.starts_with('/'))
        return parse(scheme + "//" + authority() + std::string(location));
    std::string folder = target.substr(0, target.find('?'));
    if (!location.starts_with('?'))
        folder.erase(folder.rfind('/') + 1);
    return parse(scheme + "//" + authority() + folder + std::string(location));
}

std::string Url::authority() const
{
    const std::string name = host.find(':') == std::string::npos ? host : '[' + host + ']';
    return port == (secure ? kHttps : kHttp) ? name : name + ':' + std::to_string(port);
}

std::string Url::text() const
{
    return (secure ? "https://" : "http://") + authority() + target;
}

} // namespace threadscape
