#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace threadscape {

/// The encoding that an HTML page declares in its first 1024 bytes, by <meta> or an XML declaration, as charsetOf() names it.
/// Source: the HTML Standard, "prescan a byte stream to determine its encoding" and "get an XML encoding".
/// Threads: any.
std::optional<std::string_view> declaredCharset(std::string_view page);

/// The encoding that a server's header names ("text/html; charset=koi8-r"). Threads: any.
std::optional<std::string_view> charsetOfType(std::string_view contentType);

/// The page in UTF-8, as browsers decode it: by its byte order mark, else by the server's header, else as the page declares, else
/// as UTF-8 where it is legal UTF-8, else as windows-1252.
/// Threads: any. Throws std::bad_alloc.
std::string decodedPage(std::string_view page, std::string_view contentType);

} // namespace threadscape
