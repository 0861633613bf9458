#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace threadscape {

/// The text between <title> and </title> of an HTML page, in UTF-8, its references (&amp;) resolved, its white space as one
/// space each. nullopt: none, an empty one, or an unterminated one. `contentType`: the server's header ("text/html;
/// charset=koi8-r"). The charset is that of the page's byte order mark, else of the server, else of the page's own <meta>, else
/// UTF-8 where the page is legal UTF-8, else windows-1252, as in browsers.
/// Threads: any.
std::optional<std::string> htmlTitle(std::string_view page, std::string_view contentType);

} // namespace threadscape
