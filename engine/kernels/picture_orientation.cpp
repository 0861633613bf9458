#include "kernels/picture_orientation.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace threadscape {

namespace {

constexpr int kAsItIs = 1;
constexpr int kLast = 8;

/// Numbers in bytes that may end anywhere; in one of two byte orders.
class Numbers {
public:
    Numbers(std::string_view bytes, bool lowFirst) : m_bytes(bytes), m_lowFirst(lowFirst) {}

    /// `size` bytes at `at`; nullopt: behind the end.
    std::optional<std::uint32_t> at(std::size_t at, std::size_t size) const noexcept
    {
        if (at > m_bytes.size() || m_bytes.size() - at < size)
            return std::nullopt;
        std::uint32_t value = 0;
        for (std::size_t i = 0; i < size; ++i) {
            const std::size_t next = m_lowFirst ? at + size - 1 - i : at + i;
            value = (value << 8U) | static_cast<unsigned char>(m_bytes[next]);
        }
        return value;
    }

private:
    std::string_view m_bytes;
    bool m_lowFirst;
};

std::string_view piece(std::string_view bytes, std::size_t at, std::size_t size = std::string_view::npos)
{
    return bytes.substr(std::min(at, bytes.size()), size);
}

// The EXIF segment stands before the pixels.
int ofJpeg(std::string_view bytes) noexcept
{
    constexpr unsigned kMarker = 0xFF;
    constexpr unsigned kApp1 = 0xE1;
    constexpr unsigned kStartOfScan = 0xDA;
    constexpr std::string_view kExif("Exif\0\0", 6);
    const Numbers numbers(bytes, false);
    for (std::size_t at = 2;;) {
        const auto marker = numbers.at(at, 1);
        const auto kind = numbers.at(at + 1, 1);
        const auto length = numbers.at(at + 2, 2);
        if (!length || *marker != kMarker || *kind == kStartOfScan)
            return kAsItIs;
        if (*kind == kMarker) { // filling
            ++at;
            continue;
        }
        const std::string_view segment = piece(bytes, at + 4, std::max(*length, 2U) - 2);
        if (*kind == kApp1 && segment.starts_with(kExif))
            return exifOrientation(segment.substr(kExif.size()));
        at += 2 + std::max(*length, 2U);
    }
}

int ofPng(std::string_view bytes) noexcept
{
    constexpr std::size_t kFrame = 12; // length, type and checksum of a chunk
    const Numbers numbers(bytes, false);
    for (std::size_t at = 8;;) {
        const auto length = numbers.at(at, 4);
        if (!length || *length > bytes.size())
            return kAsItIs;
        if (piece(bytes, at + 4, 4) == "eXIf")
            return exifOrientation(piece(bytes, at + 8, *length));
        at += kFrame + *length;
    }
}

int ofWebp(std::string_view bytes) noexcept
{
    constexpr std::size_t kHead = 8;
    constexpr std::string_view kExif("Exif\0\0", 6);
    const Numbers numbers(bytes, true);
    for (std::size_t at = 12;;) {
        const auto length = numbers.at(at + 4, 4);
        if (!length || *length > bytes.size())
            return kAsItIs;
        if (piece(bytes, at, 4) == "EXIF") {
            const std::string_view block = piece(bytes, at + kHead, *length);
            return exifOrientation(block.starts_with(kExif) ? block.substr(kExif.size()) : block);
        }
        at += kHead + *length + *length % 2;
    }
}

/// Which pixel of the stored picture a pixel of the upright one is.
struct Turn {
    bool transposed; // rows are columns
    bool mirroredX;  // of the stored picture
    bool mirroredY;

    explicit Turn(int orientation)
        : transposed(orientation >= 5),
          mirroredX(orientation == 2 || orientation == 3 || orientation == 7 || orientation == 8),
          mirroredY(orientation == 3 || orientation == 4 || orientation == 6 || orientation == 7)
    {
    }
};

} // namespace

int exifOrientation(std::string_view tiff) noexcept
{
    constexpr std::uint32_t kMagic = 42;
    constexpr std::uint32_t kTag = 0x0112;
    constexpr std::uint32_t kShort = 3;
    constexpr std::size_t kEntry = 12;
    if (!tiff.starts_with("II") && !tiff.starts_with("MM"))
        return kAsItIs;
    const Numbers numbers(tiff, tiff.starts_with("II"));
    if (numbers.at(2, 2) != kMagic)
        return kAsItIs;
    const std::size_t directory = numbers.at(4, 4).value_or(0);
    const std::uint32_t count = numbers.at(directory, 2).value_or(0);
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t entry = directory + 2 + i * kEntry;
        if (numbers.at(entry, 2) != kTag)
            continue;
        const std::uint32_t value = numbers.at(entry + 8, 2).value_or(0);
        const bool known = numbers.at(entry + 2, 2) == kShort && value >= kAsItIs && value <= kLast;
        return known ? static_cast<int>(value) : kAsItIs;
    }
    return kAsItIs;
}

int storedOrientation(PictureFormat format, std::string_view bytes) noexcept
{
    switch (format) {
    case PictureFormat::jpeg: return ofJpeg(bytes);
    case PictureFormat::png: return ofPng(bytes);
    case PictureFormat::webp: return ofWebp(bytes);
    default: return kAsItIs;
    }
}

Picture upright(Picture&& picture, int orientation, const Checkpoint& checkpoint)
{
    if (orientation <= kAsItIs || orientation > kLast)
        return std::move(picture);
    const Turn turn(orientation);
    const auto channels = static_cast<std::size_t>(picture.channels);
    const auto storedWidth = static_cast<std::size_t>(picture.width);
    const auto storedHeight = static_cast<std::size_t>(picture.height);
    Picture turned{turn.transposed ? picture.height : picture.width,
                   turn.transposed ? picture.width : picture.height,
                   picture.channels,
                   {}};
    const auto width = static_cast<std::size_t>(turned.width);
    const auto height = static_cast<std::size_t>(turned.height);
    turned.pixels.reserve(turned.byteCount());
    // Some rows at a time: a transposed row takes one pixel of each stored row, so its neighbours in memory are used at once.
    constexpr std::size_t kRows = 16;
    // and not more than some columns between two checkpoints
    constexpr std::size_t kColumns = 8192;
    for (std::size_t top = 0; top < height; top += kRows) {
        const std::size_t bottom = std::min(height, top + kRows);
        turned.pixels.resize(bottom * turned.rowBytes());
        for (std::size_t x = 0; x < width; ++x) {
            if (x % kColumns == 0)
                checkpoint();
            for (std::size_t y = top; y < bottom; ++y) {
                std::size_t fromX = turn.transposed ? y : x;
                std::size_t fromY = turn.transposed ? x : y;
                fromX = turn.mirroredX ? storedWidth - 1 - fromX : fromX;
                fromY = turn.mirroredY ? storedHeight - 1 - fromY : fromY;
                const std::uint8_t* const pixel =
                    picture.pixels.data() + (fromY * storedWidth + fromX) * channels;
                std::copy_n(pixel, channels, turned.pixels.data() + (y * width + x) * channels);
            }
        }
    }
    return turned;
}

} // namespace threadscape
