#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace threadscape {

class Group;

/// The names in a text with commas between them, without the spaces around each; none in an empty text. Any thread.
std::vector<std::string> givenNames(std::string_view text);

/// `count` names for threads: the given ones first, then those of `group` ("Thread-1"), from 1. Any thread.
std::vector<std::string> filledUp(std::vector<std::string> given, const Group& group, std::int64_t count);

} // namespace threadscape
