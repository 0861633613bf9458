#pragma once

#include "base/text.h"

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace threadscape {

/// The kinds of pictures that are known by their first bytes; those after `pnm` are known, and not read.
enum class PictureFormat : std::uint8_t {
    none,
    png,
    jpeg,
    webp,
    bmp,
    gif,
    tga,
    pnm,
    avif,
    heic,
    tiff,
    svg,
    jpegXl,
    jpeg2000,
    psd,
    icon,
    openExr,
    radiance,
    dds,
    gimp
};

/// So many first bytes tell the kind.
inline constexpr std::size_t kFormatBytes = 512;

/// The kind by the first bytes. A TGA file has no signature: its header is checked for plausible values.
/// Threads: any.
PictureFormat pictureFormat(std::string_view bytes) noexcept;

/// Whether decodePicture reads this kind.
constexpr bool isRead(PictureFormat format) noexcept
{
    return format >= PictureFormat::png && format <= PictureFormat::pnm;
}

/// Whether the first bytes alone are proof of it: not so for TGA.
constexpr bool hasSignature(PictureFormat format) noexcept
{
    return format != PictureFormat::none && format != PictureFormat::tga;
}

/// Whether a file's name ends as that of a known kind: `extension` with its dot, in upper or lower case (".jpg", ".TIFF").
/// Threads: any.
bool isPictureExtension(std::string_view extension) noexcept;

/// Of a kind that is read: "it is a broken PNG file".
Error brokenPicture(PictureFormat format);
/// Of others: "it is a TIFF picture, which is not read here".
Error unreadPicture(PictureFormat format);

} // namespace threadscape
