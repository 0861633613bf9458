#include "lab/kit/page_addresses.h"

#include "async/url.h"

#include <algorithm>

namespace threadscape {

namespace {

constexpr std::string_view kSpace = " \t\r\n";

bool startsAddress(std::string_view text)
{
    const auto starts = [&](std::string_view scheme) {
        return text.size() >= scheme.size() &&
               std::equal(scheme.begin(), scheme.end(), text.begin(), [](char a, char b) {
                   return a == (b >= 'A' && b <= 'Z' ? static_cast<char>(b - 'A' + 'a') : b);
               });
    };
    return starts("http://") || starts("https://");
}

bool separates(std::string_view text, std::size_t at)
{
    if (text[at] != ',')
        return kSpace.find(text[at]) != std::string_view::npos;
    const std::size_t next = at + 1;
    return next == text.size() || text[next] == ',' || kSpace.find(text[next]) != std::string_view::npos ||
           startsAddress(text.substr(next));
}

// Calls act(address) and otherwise(separator) in their order.
template <typename Act, typename Otherwise>
void split(std::string_view text, Act act, Otherwise otherwise)
{
    for (std::size_t from = 0; from < text.size();) {
        std::size_t to = from;
        while (to < text.size() && !separates(text, to))
            ++to;
        if (to > from)
            act(text.substr(from, to - from));
        if (to < text.size())
            otherwise(text[to]);
        from = to + 1;
    }
}

} // namespace

std::vector<std::string> pageAddresses(std::string_view text)
{
    std::vector<std::string> all;
    split(
        text, [&](std::string_view address) { all.emplace_back(address); }, [](char) {});
    return all;
}

std::string pageAddressesWithoutCredentials(std::string_view text)
{
    std::string masked;
    split(
        text, [&](std::string_view address) { masked += withoutCredentials(address); },
        [&](char separator) { masked += separator; });
    return masked;
}

} // namespace threadscape
