#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace threadscape {

/// The addresses in a text, separated by commas, spaces, tabs or line ends; without empty ones. Threads: any.
std::vector<std::string> pageAddresses(std::string_view text);

} // namespace threadscape
