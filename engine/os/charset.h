#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace threadscape {

/// `text`, which is in `charset` ("windows-1251", upper or lower case), in UTF-8; what cannot be read becomes a replacement
/// character. Nothing: the system does not know that charset. Threads: any.
std::optional<std::string> toUtf8(std::string_view text, const std::string& charset);

} // namespace threadscape
