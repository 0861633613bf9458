#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace threadscape {

/// The addresses in a text, separated by spaces, tabs or line ends, or by commas; without empty ones. A comma belongs to its
/// address unless white space, another comma, the text's end, or http:// or https:// follows it. Threads: any.
std::vector<std::string> pageAddresses(std::string_view text);

/// The text with "***" for the names and passwords in its addresses. Threads: any.
std::string pageAddressesWithoutCredentials(std::string_view text);

} // namespace threadscape
