// What a server answers, and where it redirects to. The first line: the address that was asked for.
#include "async/http_flow.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t count)
{
    using namespace threadscape;
    const std::string_view text(reinterpret_cast<const char*>(bytes), count);
    const std::size_t line = std::min(text.find('\n'), text.size());
    const auto url = Url::parse(text.substr(0, line));
    if (!url)
        return 0;
    http_flow::requestFor(*url);
    http_flow::Parser parser;
    parser.eager(true);
    boost::system::error_code error;
    parser.put(boost::asio::buffer(text.substr(std::min(line + 1, text.size()))), error);
    if (error || !parser.is_header_done())
        return 0;
    try {
        const http_flow::Answer answer = http_flow::answerOf(parser, *url);
        if (answer.redirected)
            answer.redirected->text();
    } catch (const NoPage&) { // the reason as a sentence
    }
    return 0;
}
