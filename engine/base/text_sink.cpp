#include "base/text_sink.h"

#include <ostream>

namespace threadscape {

TextSink& TextSink::fixed(std::int64_t number, int decimals)
{
    // Filled from the right: an int64 has at most 19 digits.
    std::array<char, 24> digits;
    std::size_t at = digits.size();
    std::uint64_t rest =
        number < 0 ? ~static_cast<std::uint64_t>(number) + 1 : static_cast<std::uint64_t>(number);
    for (int i = 0; i <= decimals || rest > 0; ++i) {
        if (i == decimals && decimals > 0)
            digits[--at] = '.';
        digits[--at] = static_cast<char>('0' + rest % 10);
        rest /= 10;
    }
    if (number < 0)
        digits[--at] = '-';
    return *this << std::string_view(digits.data() + at, digits.size() - at);
}

void TextSink::flush()
{
    m_out.write(m_text.data(), static_cast<std::streamsize>(m_text.size()));
    m_text.clear();
}

} // namespace threadscape
