#include "os/charset.h"

#include <array>
#include <cerrno>
#include <iconv.h>
#include <memory>
#include <type_traits>

namespace threadscape {

namespace {

struct CloseConverter {
    void operator()(iconv_t converter) const noexcept { ::iconv_close(converter); }
};
using Converter = std::unique_ptr<std::remove_pointer_t<iconv_t>, CloseConverter>;

} // namespace

std::optional<std::string> toUtf8(std::string_view text, const std::string& charset)
{
    constexpr std::string_view kReplacement = "\xEF\xBF\xBD";
    // NOLINTNEXTLINE(performance-no-int-to-ptr): iconv_open's error value
    const iconv_t opened = ::iconv_open("UTF-8", charset.c_str());
    if (opened == reinterpret_cast<iconv_t>(-1)) // NOLINT(performance-no-int-to-ptr)
        return std::nullopt;
    const Converter converter(opened);
    std::string converted;
    std::array<char, 4096> room{};
    char* from =
        const_cast<char*>(text.data()); // NOLINT(cppcoreguidelines-pro-type-const-cast): iconv only reads it
    std::size_t left = text.size();
    while (left > 0) {
        char* to = room.data();
        std::size_t free = room.size();
        const std::size_t result = ::iconv(converter.get(), &from, &left, &to, &free);
        const int error = errno;
        converted.append(room.data(), room.size() - free);
        if (result != static_cast<std::size_t>(-1) || error == E2BIG)
            continue;
        converted += kReplacement;
        if (error != EILSEQ) // the text ends within a character
            break;
        ++from;
        --left;
    }
    return converted;
}

} // namespace threadscape
