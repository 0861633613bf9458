#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace threadscape {

/// Encodes numbers and texts as bytes: small numbers take one byte, seven bits to each (LEB128); signed ones have their sign in
/// the lowest bit. Decoded by ByteReader.
/// Threads: one.
class ByteWriter {
public:
    void byte(std::uint8_t value) { m_bytes.push_back(static_cast<char>(value)); }

    void natural(std::uint64_t value)
    {
        std::array<char, 10>
            coded; // NOLINT(cppcoreguidelines-pro-type-member-init): only the used part is read
        std::size_t count = 0;
        for (; value >= 0x80; value >>= 7U)
            coded[count++] = static_cast<char>(value | 0x80U);
        coded[count++] = static_cast<char>(value);
        m_bytes.append(coded.data(), count);
    }

    void integer(std::int64_t value)
    {
        natural((static_cast<std::uint64_t>(value) << 1U) ^ static_cast<std::uint64_t>(value >> 63));
    }

    /// The difference from `from` to `to`, wrapping around.
    void step(std::uint64_t from, std::uint64_t to) { integer(static_cast<std::int64_t>(to - from)); }

    void text(std::string_view value)
    {
        natural(value.size());
        m_bytes.append(value);
    }

    const std::string& bytes() const noexcept { return m_bytes; }
    void clear() noexcept { m_bytes.clear(); }

private:
    std::string m_bytes;
};

} // namespace threadscape
