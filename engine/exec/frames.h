#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace threadscape {

/// Whole messages out of a stream of bytes: each has its length, 4 bytes, before it. What comes is not trusted.
/// Threads: one.
class FrameReader {
public:
    static constexpr std::uint32_t kMostBytes = std::uint32_t{1} << 26U;

    enum class Read { some, nothingNow, closed };
    /// Reads what has come. `closed` also for a stream that makes no sense, of which nothing more is read.
    Read read(int descriptor);
    /// The next message, if it is whole. Valid until the next read.
    std::optional<std::span<const std::byte>> next() noexcept;

private:
    std::vector<std::byte> m_bytes;
    std::size_t m_from = 0; // of what was not handed out
    std::size_t m_end = 0;
    bool m_broken = false;
};

/// The first `count` bytes of a message as text, which are then gone from it; nothing when it has fewer.
std::optional<std::string_view> takeText(std::span<const std::byte>& message, std::size_t count) noexcept;

/// Messages into a stream of bytes, for a FrameReader.
/// Threads: one.
class FrameWriter {
public:
    enum class Written { all, notYet, closed };
    /// Precondition: not more than FrameReader::kMostBytes.
    void add(std::span<const std::byte> first, std::span<const std::byte> second = {},
             std::span<const std::byte> third = {});
    /// Writes as much as there is room for.
    Written write(int descriptor);
    bool empty() const noexcept { return m_from == m_bytes.size(); }
    std::size_t waiting() const noexcept { return m_bytes.size() - m_from; }

private:
    std::vector<std::byte> m_bytes;
    std::size_t m_from = 0; // of what was not written
};

} // namespace threadscape
