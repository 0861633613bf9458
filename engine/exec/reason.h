#pragma once

#include <exception>
#include <string>

namespace threadscape {

/// What an exception says of itself, for a line of the log.
std::string reasonOf(const std::exception_ptr& failure);

} // namespace threadscape
