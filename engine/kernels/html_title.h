#pragma once

#include "kernels/checkpoint.h"

#include <optional>
#include <string>
#include <string_view>

namespace threadscape {

/// The title of an HTML page as browsers show it, in UTF-8: the text of the first <title> that is an element of HTML, outside
/// templates, its white space as one space each. nullopt: none, or an empty one. Source: the HTML Standard, "document.title".
/// `contentType`: the server's header ("text/html; charset=koi8-r"), for the encoding (html_charset.h). A title behind ten thousand
/// tags, or behind an element with thousands of attributes, is not found: the parser's time grows with their square. A pure
/// function of its arguments.
/// Threads: any. Throws std::bad_alloc, and what `checkpoint` throws.
std::optional<std::string> htmlTitle(std::string_view page, std::string_view contentType,
                                     const Checkpoint& checkpoint = kNoCheckpoint);

} // namespace threadscape
