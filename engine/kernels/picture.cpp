#include "kernels/picture.h"

#include "kernels/picture_codecs.h"
#include "kernels/picture_format.h"
#include "kernels/picture_orientation.h"

#include <algorithm>

namespace threadscape {

namespace {

Decoded decode(PictureFormat format, std::string_view bytes, const Checkpoint& checkpoint)
{
    switch (format) {
    case PictureFormat::jpeg: return decodeJpeg(bytes, checkpoint);
    case PictureFormat::png: return decodePng(bytes, checkpoint);
    case PictureFormat::webp: return decodeWebp(bytes, checkpoint);
    default: return decodeWithStb(bytes, checkpoint);
    }
}

Error sentence(PictureFault fault, PictureFormat format)
{
    switch (fault) {
    case PictureFault::tooLarge: return {TS_TEXT("picture", "it has more than 100 million pixels")};
    case PictureFault::tooLong: return {TS_TEXT("picture", "it is more than a million pixels wide or high")};
    case PictureFault::rareSort:
        return {TS_TEXT("picture", "it is stored in a rare way, which is not read here")};
    default: return brokenPicture(format);
    }
}

} // namespace

tl::expected<void, PictureFault> checkSize(std::int64_t width, std::int64_t height) noexcept
{
    if (width <= 0 || height <= 0)
        return tl::unexpected(PictureFault::broken);
    if (width > kMostPixels / height)
        return tl::unexpected(PictureFault::tooLarge);
    if (std::max(width, height) > kLongestSide)
        return tl::unexpected(PictureFault::tooLong);
    return {};
}

void fillRows(Picture& picture, const Checkpoint& checkpoint)
{
    constexpr std::size_t kAtATime = std::size_t{1} << 20U;
    const std::size_t whole = picture.byteCount();
    picture.pixels.reserve(whole);
    while (picture.pixels.size() < whole) {
        checkpoint();
        picture.pixels.resize(std::min(whole, picture.pixels.size() + kAtATime));
    }
}

tl::expected<Picture, Error> decodePicture(std::string_view bytes, const Checkpoint& checkpoint)
{
    const PictureFormat format = pictureFormat(bytes);
    if (!isRead(format))
        return tl::unexpected(unreadPicture(format));
    Decoded decoded = decode(format, bytes, checkpoint);
    if (!decoded)
        return tl::unexpected(sentence(decoded.error(), format));
    return upright(std::move(*decoded), storedOrientation(format, bytes), checkpoint);
}

} // namespace threadscape
