#include "lab/kit/page_addresses.h"

#include <algorithm>

namespace threadscape {

std::vector<std::string> pageAddresses(std::string_view text)
{
    constexpr std::string_view kSeparators = ", \t\r\n";
    std::vector<std::string> all;
    for (std::size_t from = 0;
         (from = text.find_first_not_of(kSeparators, from)) != std::string_view::npos;) {
        const std::size_t to = std::min(text.find_first_of(kSeparators, from), text.size());
        all.emplace_back(text.substr(from, to - from));
        from = to;
    }
    return all;
}

} // namespace threadscape
