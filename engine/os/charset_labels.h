#pragma once

#include <optional>
#include <string_view>

namespace threadscape {

/// The encoding that a label on the web means, by its name in lower case: "windows-1252" for "latin1", "ISO-8859-1" and " ascii ".
/// nullopt: unknown. Source: the Encoding Standard (encoding.spec.whatwg.org), 4.2, "get an encoding".
/// Threads: any.
std::optional<std::string_view> charsetOf(std::string_view label) noexcept;

} // namespace threadscape
