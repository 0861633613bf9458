#include "exec/frames.h"

#include "os/pipe.h"

#include <algorithm>
#include <cstring>

namespace threadscape {

namespace {

constexpr std::size_t kHead = sizeof(std::uint32_t);
constexpr std::size_t kAtOnce = 65'536;

} // namespace

FrameReader::Read FrameReader::read(int descriptor)
{
    if (m_broken)
        return Read::closed;
    if (m_from == m_end)
        m_from = m_end = 0;
    if (m_bytes.size() - m_end <
        kAtOnce) { // the buffer grows with received data, not with the announced length
        std::copy(m_bytes.begin() + static_cast<std::ptrdiff_t>(m_from),
                  m_bytes.begin() + static_cast<std::ptrdiff_t>(m_end), m_bytes.begin());
        m_end -= m_from;
        m_from = 0;
        if (m_bytes.size() - m_end < kAtOnce)
            m_bytes.resize(std::max(2 * m_bytes.size(), m_end + kAtOnce));
    }
    const std::optional<std::size_t> count = tryRead(descriptor, std::span(m_bytes).subspan(m_end));
    if (!count)
        return Read::nothingNow;
    m_end += *count;
    return *count == 0 ? Read::closed : Read::some;
}

std::optional<std::span<const std::byte>> FrameReader::next() noexcept
{
    std::uint32_t length = 0;
    if (m_broken || m_end - m_from < kHead)
        return std::nullopt;
    std::memcpy(&length, m_bytes.data() + m_from, kHead);
    m_broken = length > kMostBytes;
    if (m_broken || m_end - m_from - kHead < length)
        return std::nullopt;
    const std::span<const std::byte> message = std::span(m_bytes).subspan(m_from + kHead, length);
    m_from += kHead + length;
    return message;
}

std::optional<std::string_view> takeText(std::span<const std::byte>& message, std::size_t count) noexcept
{
    if (message.size() < count)
        return std::nullopt;
    const std::string_view text(reinterpret_cast<const char*>(message.data()), count);
    message = message.subspan(count);
    return text;
}

void FrameWriter::add(std::span<const std::byte> first, std::span<const std::byte> second,
                      std::span<const std::byte> third)
{
    if (empty()) {
        m_bytes.clear();
        m_from = 0;
    }
    const auto length = static_cast<std::uint32_t>(first.size() + second.size() + third.size());
    const auto* const head = reinterpret_cast<const std::byte*>(&length);
    m_bytes.insert(m_bytes.end(), head, head + kHead);
    m_bytes.insert(m_bytes.end(), first.begin(), first.end());
    m_bytes.insert(m_bytes.end(), second.begin(), second.end());
    m_bytes.insert(m_bytes.end(), third.begin(), third.end());
}

FrameWriter::Written FrameWriter::write(int descriptor)
{
    while (!empty()) {
        const std::optional<std::size_t> count = tryWrite(descriptor, std::span(m_bytes).subspan(m_from));
        if (!count)
            return Written::notYet;
        if (*count == 0)
            return Written::closed;
        m_from += *count;
    }
    return Written::all;
}

} // namespace threadscape
