#pragma once

#include "base/text.h"

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

    friend bool operator==(const Picture&, const Picture&) = default;
};

/// The format by the first bytes.
enum class PictureFormat : std::uint8_t { none, png, jpeg };
PictureFormat pictureFormat(std::string_view bytes) noexcept;

/// Decodes a complete PNG or JPEG file. Threads: any. Error: why it cannot be read ("it is a broken PNG file"). Throws
/// std::bad_alloc.
tl::expected<Picture, Error> decodePicture(std::string_view bytes);

/// The bytes of a PNG file; deterministic. Threads: any.
std::string encodePng(const Picture& picture);
/// The bytes of a JPEG file. `quality` from 1 to 100. Threads: any.
std::string encodeJpeg(const Picture& picture, int quality);

/// The picture resized (sides at least 1). Threads: any.
Picture scaled(const Picture& picture, int width, int height);

} // namespace threadscape
