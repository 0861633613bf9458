// Pages. The first line: what the server says of its type.
#include "kernels/html_title.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t count)
{
    const std::string_view text(reinterpret_cast<const char*>(bytes), count);
    const std::size_t line = std::min(text.find('\n'), text.size());
    threadscape::htmlTitle(text.substr(std::min(line + 1, text.size())), text.substr(0, line));
    return 0;
}
