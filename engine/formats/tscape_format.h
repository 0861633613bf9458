#pragma once

#include <boost/crc.hpp>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

/// Definitions shared by the writer and the reader of trace files (.tscape).
///
/// A file is a head (magic, major and minor version, checksum) and sections: tag, length and checksum of the payload, checksum
/// of these three, payload. Fixed numbers are little-endian, checksums CRC-32; payloads are those of ByteWriter but for the
/// result, which is JSON. A reader skips sections that it does not know, and refuses another major version. The order: result,
/// names, state, a section for each lane, one for each object, the result once more, end. So the part before a truncation or
/// damage can always be shown.
namespace threadscape::tscape {

inline constexpr std::string_view kMagic("\x89TSCAPE\n", 8);
inline constexpr std::uint16_t kMajor = 1; ///< another one cannot be read
inline constexpr std::uint16_t kMinor =
    6; ///< a later one has more sections, more data at the end of one, or more kinds

constexpr std::uint32_t tagOf(const char (&name)[5]) noexcept
{
    std::uint32_t tag = 0;
    for (unsigned i = 4; i-- > 0;)
        tag = tag << 8U | static_cast<unsigned char>(name[i]);
    return tag;
}
inline constexpr std::uint32_t kResult = tagOf("RSLT"); ///< the result of the run, opaque here
inline constexpr std::uint32_t kNames = tagOf("NAME");  ///< the catalogue
inline constexpr std::uint32_t kState = tagOf("STAT");  ///< counts, notes, the snapshot with its open spans
inline constexpr std::uint32_t kLane = tagOf("LANE");
inline constexpr std::uint32_t kObject = tagOf("OBJT");
inline constexpr std::uint32_t kEnd = tagOf("TEND");

/// Times lie within +-73 years, so that no difference overflows; values within an event's range.
inline constexpr std::int64_t kMostNs = std::int64_t{1} << 61U;
inline constexpr std::int64_t kMostValue = std::int64_t{1} << 47U;

/// The lowest four bits of a span's first byte are its state; of a moment's, its kind.
inline constexpr unsigned kStateBits = 0x0FU;
inline constexpr unsigned kMomentBits = 0x03U;
inline constexpr unsigned kOtherObject = 0x10U; ///< than the last one of this state; follows
inline constexpr unsigned kOtherDetail = 0x20U;
inline constexpr unsigned kHasLabel = 0x40U;

/// Presence bits of a message.
inline constexpr unsigned kMessageSent = 0x01U;
inline constexpr unsigned kMessageReceived = 0x02U;
inline constexpr unsigned kMessageContradicted = 0x04U;

/// Presence bits of a task: the lowest three bits are its TaskState, once ended.
inline constexpr unsigned kTaskStateBits = 0x07U;
inline constexpr unsigned kTaskSubmitted = 0x08U;
inline constexpr unsigned kTaskStarted = 0x10U;
inline constexpr unsigned kTaskEnded = 0x20U;
inline constexpr unsigned kTaskNumbered = 0x40U;
inline constexpr unsigned kTaskContradicted = 0x80U;

inline constexpr std::size_t kHeadBytes = 16;    ///< magic, major, minor, checksum
inline constexpr std::size_t kSectionBytes = 20; ///< tag, length, checksum, checksum of these

inline std::uint32_t checksum(std::string_view bytes)
{
    boost::crc_32_type crc;
    crc.process_bytes(bytes.data(), bytes.size());
    return crc.checksum();
}

inline void putFixed(std::string& to, std::uint64_t value, unsigned bytes)
{
    for (; bytes > 0; --bytes, value >>= 8U)
        to.push_back(static_cast<char>(value));
}

/// The first `bytes` of `from`. Precondition: it has as many.
inline std::uint64_t fixed(std::string_view from, unsigned bytes) noexcept
{
    std::uint64_t value = 0;
    while (bytes-- > 0)
        value = value << 8U | static_cast<unsigned char>(from[bytes]);
    return value;
}

inline std::string head()
{
    std::string bytes(kMagic);
    putFixed(bytes, kMajor, 2);
    putFixed(bytes, kMinor, 2);
    putFixed(bytes, checksum(bytes), 4);
    return bytes;
}

/// The header of a payload.
inline std::string sectionHead(std::uint32_t tag, std::string_view payload)
{
    std::string bytes;
    putFixed(bytes, tag, 4);
    putFixed(bytes, payload.size(), 8);
    putFixed(bytes, checksum(payload), 4);
    putFixed(bytes, checksum(bytes), 4);
    return bytes;
}

} // namespace threadscape::tscape
