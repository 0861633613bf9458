#pragma once

#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>

namespace threadscape {

/// A message that cannot be read; what() is the message.
struct BadMessage : std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// `{"id": 7}`; a bad one lacks its end, and cannot be read. Any thread.
std::string numberedMessage(std::int64_t id, bool bad);

/// The number in such a message. Any thread. Throws BadMessage.
std::int64_t idOf(const std::string& message);

} // namespace threadscape
