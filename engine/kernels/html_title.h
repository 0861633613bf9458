#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace threadscape {

/// What stands between <title> and </title> of an HTML page, in UTF-8, its references (&amp;) resolved, its white space as one
/// space each. Nothing: it has none, or an empty one, or one that does not end. `contentType`: what the server said of the page
/// ("text/html; charset=koi8-r"). The charset is that of the page's byte order mark, else of the server, else of the page's own
/// <meta>, else UTF-8 where the page is legal UTF-8, else windows-1252, as browsers have it.
/// Threads: any.
std::optional<std::string> htmlTitle(std::string_view page, std::string_view contentType);

} // namespace threadscape
