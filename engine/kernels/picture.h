#pragma once

#include "base/text.h"
#include "kernels/checkpoint.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

namespace threadscape {

/// Pixels in memory, row by row from the top, without gaps. Threads: a value type.
struct Picture {
    int width = 0;
    int height = 0;
    int channels = 3;                 ///< 1 grey, 2 grey and alpha, 3 RGB, 4 RGB and alpha
    std::vector<std::uint8_t> pixels; ///< width * height * channels

    std::size_t rowBytes() const noexcept
    {
        return static_cast<std::size_t>(width) * static_cast<std::size_t>(channels);
    }
    std::size_t byteCount() const noexcept { return rowBytes() * static_cast<std::size_t>(height); }
    bool hasAlpha() const noexcept { return channels == 2 || channels == 4; }

    friend bool operator==(const Picture&, const Picture&) = default;
};

/// Pictures with more pixels are refused by their header: as RGB with alpha they would take more than 400 MB.
inline constexpr std::int64_t kMostPixels = 100'000'000;

/// Decodes a complete file of a kind that isRead() (picture_format.h), the first picture of several, and turns it upright as its
/// EXIF orientation says. At most the pixels of its header are kept in memory, whatever the file inflates to. A pure function of
/// the bytes.
/// Threads: any. Error: why it cannot be read ("it is a broken PNG file", "it is a TIFF picture, which is not read here").
/// Throws std::bad_alloc, and what `checkpoint` throws.
tl::expected<Picture, Error> decodePicture(std::string_view bytes,
                                           const Checkpoint& checkpoint = kNoCheckpoint);

/// The bytes of a PNG file; deterministic. Threads: any. Throws std::bad_alloc, and what `checkpoint` throws.
std::string encodePng(const Picture& picture, const Checkpoint& checkpoint = kNoCheckpoint);
/// The bytes of a JPEG file, without alpha. `quality` from 1 to 100. Threads: any. Throws std::bad_alloc, and what `checkpoint`
/// throws.
std::string encodeJpeg(const Picture& picture, int quality, const Checkpoint& checkpoint = kNoCheckpoint);

/// The picture resized (sides at least 1), in linear light. Where it becomes smaller by a factor of four or more, whole boxes of
/// pixels are averaged first, with checkpoints; the rest is done without, so the result should be small (as a thumbnail is).
/// Threads: any. Throws std::bad_alloc, and what `checkpoint` throws.
Picture scaled(const Picture& picture, int width, int height, const Checkpoint& checkpoint = kNoCheckpoint);

} // namespace threadscape
