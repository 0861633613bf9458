#pragma once

// For picture.cpp: each kind's library stands in a file of its own.
#include "kernels/picture.h"

#include <cstdint>
#include <string_view>
#include <tl/expected.hpp>

namespace threadscape {

/// Why a file of a known kind gave no picture.
enum class PictureFault : std::uint8_t {
    broken,
    rareSort, ///< whole as far as can be told, but nothing that we or the library read
    tooLarge, ///< more than kMostPixels
    tooLong   ///< a side above kLongestSide
};

using Decoded = tl::expected<Picture, PictureFault>;

/// A row is decoded in one go, so that it may not take too long.
inline constexpr std::int64_t kLongestSide = 1'000'000;

/// The size that a header names: fault, if it is not one that is read.
tl::expected<void, PictureFault> checkSize(std::int64_t width, std::int64_t height) noexcept;

/// Appends rows of zeros up to the picture's whole size, with checkpoints: fresh memory takes time too.
void fillRows(Picture& picture, const Checkpoint& checkpoint);

// Each: the pixels as they are stored, not turned. Throw std::bad_alloc, and what `checkpoint` throws.
Decoded decodeJpeg(std::string_view bytes, const Checkpoint& checkpoint);
Decoded decodePng(std::string_view bytes, const Checkpoint& checkpoint);
Decoded decodeWebp(std::string_view bytes, const Checkpoint& checkpoint);
/// BMP, GIF, TGA and PNM.
Decoded decodeWithStb(std::string_view bytes, const Checkpoint& checkpoint);

} // namespace threadscape
