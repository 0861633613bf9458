#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace threadscape {

/// Extracts messages from a stream of bytes: each is preceded by its length, 4 bytes. The input is untrusted. Threads: one.
class FrameReader {
public:
    static constexpr std::uint32_t kMostBytes = std::uint32_t{1} << 26U;

    enum class Read { some, nothingNow, closed };
    /// Reads the available bytes. `closed` also for an invalid stream, which is not read any further.
    Read read(int descriptor);
    /// The next message, if complete. Valid until the next read.
    std::optional<std::span<const std::byte>> next() noexcept;

private:
    std::vector<std::byte> m_bytes;
    std::size_t m_from = 0; // of what was not returned
    std::size_t m_end = 0;
    bool m_broken = false;
};

/// Removes the first `count` bytes of a message and returns them as text; nullopt when it has fewer.
std::optional<std::string_view> takeText(std::span<const std::byte>& message, std::size_t count) noexcept;

/// Messages into a stream of bytes, for a FrameReader.
/// Threads: one.
class FrameWriter {
public:
    enum class Written { all, notYet, closed };
    /// Precondition: not more than FrameReader::kMostBytes.
    void add(std::span<const std::byte> first, std::span<const std::byte> second = {},
             std::span<const std::byte> third = {});
    /// Writes as much as fits.
    Written write(int descriptor);
    bool empty() const noexcept { return m_from == m_bytes.size(); }
    std::size_t waiting() const noexcept { return m_bytes.size() - m_from; }

private:
    std::vector<std::byte> m_bytes;
    std::size_t m_from = 0; // of the unwritten part
};

} // namespace threadscape
