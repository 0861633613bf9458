#pragma once

#include <cstdint>
#include <string_view>

namespace threadscape {

/// Decodes what ByteWriter encoded. The input is untrusted: invalid or missing data fails the reader for good, and from then on
/// it returns zeros.
/// Threads: one.
class ByteReader {
public:
    explicit ByteReader(std::string_view bytes) noexcept
        : m_at(bytes.data()), m_end(bytes.data() + bytes.size())
    {
    }

    bool failed() const noexcept { return m_failed; }
    bool atEnd() const noexcept { return m_at == m_end; }
    /// The number of bytes left: an upper bound for the length of lists.
    std::size_t left() const noexcept { return static_cast<std::size_t>(m_end - m_at); }
    void fail() noexcept
    {
        m_failed = true;
        m_at = m_end;
    }
    /// Fails unless `holds`.
    void expect(bool holds) noexcept
    {
        if (!holds)
            fail();
    }

    std::uint8_t byte() noexcept
    {
        if (atEnd()) {
            fail();
            return 0;
        }
        return static_cast<std::uint8_t>(*m_at++);
    }

    std::uint64_t natural() noexcept
    {
        std::uint64_t value = 0;
        for (unsigned shift = 0; shift < 64; shift += 7) {
            const std::uint64_t next = byte();
            if (shift == 63 && next > 1)
                break;
            value |= (next & 0x7FU) << shift;
            if (next < 0x80)
                return m_failed ? 0 : value;
        }
        fail();
        return 0;
    }

    /// A natural number up to `most`.
    std::uint64_t natural(std::uint64_t most) noexcept
    {
        const std::uint64_t value = natural();
        if (value <= most)
            return value;
        fail();
        return 0;
    }

    std::int64_t integer() noexcept
    {
        const std::uint64_t coded = natural();
        return static_cast<std::int64_t>((coded >> 1U) ^ (~(coded & 1U) + 1));
    }

    /// An integer within [least, most].
    std::int64_t integer(std::int64_t least, std::int64_t most) noexcept
    {
        const std::int64_t value = integer();
        if (value >= least && value <= most)
            return value;
        fail();
        return least <= 0 && most >= 0 ? 0 : least;
    }

    /// `from` and the step that ByteWriter::step wrote.
    std::uint64_t step(std::uint64_t from) noexcept { return from + static_cast<std::uint64_t>(integer()); }

    std::string_view text() noexcept
    {
        const std::uint64_t size = natural(left());
        if (size > left()) { // the number itself consumed some
            fail();
            return {};
        }
        const std::string_view value(m_at, static_cast<std::size_t>(size));
        m_at += size;
        return value;
    }

private:
    const char* m_at;
    const char* m_end;
    bool m_failed = false;
};

} // namespace threadscape
