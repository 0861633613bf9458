#pragma once

#include <array>
#include <charconv>
#include <concepts>
#include <cstdint>
#include <iosfwd>
#include <string>
#include <string_view>

namespace threadscape {

/// A buffer for text written to a stream: for formats of millions of lines.
/// Threads: one. Errors: the stream's.
class TextSink {
public:
    explicit TextSink(std::ostream& out) : m_out(out) { m_text.reserve(2 * kPiece); }
    ~TextSink() { flush(); }
    TextSink(const TextSink&) = delete;
    TextSink& operator=(const TextSink&) = delete;

    TextSink& operator<<(std::string_view text)
    {
        m_text.append(text);
        if (m_text.size() >= kPiece)
            flush();
        return *this;
    }
    TextSink& operator<<(char c) { return *this << std::string_view(&c, 1); }
    template <std::integral Number>
    requires(!std::same_as<Number, char> && !std::same_as<Number, bool>) TextSink& operator<<(Number number)
    {
        std::array<char, 24> digits;
        const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number);
        return *this << std::string_view(digits.data(), static_cast<std::size_t>(end.ptr - digits.data()));
    }

    /// `number` / 10^decimals, all digits: fixed(1500, 3) is 1.500.
    TextSink& fixed(std::int64_t number, int decimals);

    void flush();

private:
    static constexpr std::size_t kPiece = std::size_t{1} << 16U;

    std::ostream& m_out;
    std::string m_text;
};

} // namespace threadscape
