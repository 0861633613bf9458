#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace threadscape {

/// `text`, which is in `charset` ("windows-1251", upper or lower case), in UTF-8; invalid bytes become replacement characters.
/// nullopt: unknown charset. Threads: any.
std::optional<std::string> toUtf8(std::string_view text, const std::string& charset);

} // namespace threadscape
