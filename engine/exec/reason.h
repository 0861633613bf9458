#pragma once

#include <exception>
#include <string>

namespace threadscape {

/// The message of an exception, for the log.
std::string reasonOf(const std::exception_ptr& failure);

} // namespace threadscape
