#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace threadscape {

/// Text in UTF-8 of bytes in an encoding that charsetOf names (charset_labels.h), as browsers decode it: what is invalid becomes a
/// replacement character (U+FFFD), and never takes an ASCII character after it along. Source: the Encoding Standard; what the
/// system's iconv reads otherwise is put right for single bytes. A few rare characters of Big5 and EUC-JP that the system
/// does not know are replaced too, and all but ASCII of an encoding that it has no table of. A byte order mark is a character like
/// any other.
/// Threads: any. Throws std::bad_alloc.
std::string decodedText(std::string_view bytes, std::string_view charset);

/// Whether it is legal UTF-8. Threads: any.
bool isUtf8(std::string_view bytes);

/// Appends a character; U+FFFD for what is none. Threads: any.
void appendUtf8(std::string& text, std::uint32_t code);

} // namespace threadscape
