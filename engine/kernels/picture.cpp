#include "kernels/picture.h"

#include <cassert>
#include <climits>
#include <memory>
#include <new>

// The library is compiled here, and nowhere else (CMakeLists.txt keeps this file out of unity builds).
#define STBI_ONLY_PNG
#define STBI_ONLY_JPEG
#define STBI_NO_STDIO
#define STB_IMAGE_STATIC
#define STB_IMAGE_IMPLEMENTATION
#include <stb/stb_image.h>
#define STB_IMAGE_RESIZE_STATIC
#define STB_IMAGE_RESIZE_IMPLEMENTATION
#include <stb/stb_image_resize.h>
#define STBI_WRITE_NO_STDIO
#define STB_IMAGE_WRITE_STATIC
#define STB_IMAGE_WRITE_IMPLEMENTATION
#include <stb/stb_image_write.h>

namespace threadscape {

namespace {

constexpr std::string_view kPngBegin = "\x89PNG\r\n\x1A\n";
constexpr std::string_view kJpegBegin = "\xFF\xD8\xFF";
constexpr std::int64_t kMostPixels = 100'000'000; // 400 MB

constexpr unsigned byteAt(std::string_view bytes, std::size_t at) noexcept
{
    return static_cast<unsigned char>(bytes[at]);
}

// The library accepts a truncated JPEG file, and fills up with grey. Checks that an end marker follows the start of the pixels:
// pictures inside the header, which have their own end marker, are skipped.
bool jpegHasEnd(std::string_view bytes) noexcept
{
    constexpr unsigned kMarker = 0xFF;
    constexpr unsigned kStartOfScan = 0xDA;
    std::size_t at = 2;
    while (at + 4 <= bytes.size() && byteAt(bytes, at) == kMarker) {
        if (byteAt(bytes, at + 1) == kMarker) { // filling
            ++at;
            continue;
        }
        if (byteAt(bytes, at + 1) == kStartOfScan)
            return bytes.find("\xFF\xD9", at) != std::string_view::npos;
        at += 2 + (byteAt(bytes, at + 2) << 8U) + byteAt(bytes, at + 3);
    }
    return false;
}

// The library writes beyond its tables when a Huffman table has more than 256 codes. Checks every table that it could read: in
// the header segment by segment, as it reads; from the pixels on wherever a table may begin.
bool jpegTablesFit(std::string_view bytes) noexcept
{
    constexpr unsigned kMarker = 0xFF;
    constexpr unsigned kHuffman = 0xC4;
    constexpr unsigned kStartOfScan = 0xDA;
    constexpr std::size_t kLengths = 16;
    constexpr std::size_t kMostCodes = 256;
    const auto byte = [&](std::size_t at) { return at < bytes.size() ? byteAt(bytes, at) : 0; };
    const auto length = [&](std::size_t at) { return (byte(at) << 8U) + byte(at + 1); };
    bool inHeader = true;
    for (std::size_t at = 2; at + 1 < bytes.size();) {
        const unsigned marker = byte(at + 1);
        if (byte(at) != kMarker || marker == kMarker) {
            ++at;
            continue;
        }
        if (marker == kHuffman) {
            auto left = static_cast<std::int64_t>(length(at + 2)) - 2;
            for (std::size_t table = at + 4; left > 0 && table < bytes.size();) {
                std::size_t codes = 0;
                for (std::size_t i = 1; i <= kLengths; ++i)
                    codes += byte(table + i);
                if (codes > kMostCodes)
                    return false;
                table += 1 + kLengths + codes;
                left -= static_cast<std::int64_t>(1 + kLengths + codes);
            }
        }
        inHeader = inHeader && marker != kStartOfScan;
        const bool alone = marker <= 0x01 || (marker >= 0xD0 && marker <= 0xD9);
        at += 2 + (inHeader && !alone ? length(at + 2) : 0);
    }
    return true;
}

Error broken(PictureFormat format)
{
    return {format == PictureFormat::png ? TS_TEXT("picture", "it is a broken PNG file")
                                         : TS_TEXT("picture", "it is a broken JPEG file")};
}

void append(void* to, void* bytes, int count)
{
    static_cast<std::string*>(to)->append(static_cast<const char*>(bytes), static_cast<std::size_t>(count));
}

std::size_t byteCount(const Picture& picture)
{
    return static_cast<std::size_t>(picture.width) * static_cast<std::size_t>(picture.height) *
           static_cast<std::size_t>(picture.channels);
}

bool hasAlpha(const Picture& picture)
{
    return picture.channels == 2 || picture.channels == 4;
}

} // namespace

PictureFormat pictureFormat(std::string_view bytes) noexcept
{
    if (bytes.starts_with(kPngBegin))
        return PictureFormat::png;
    return bytes.starts_with(kJpegBegin) ? PictureFormat::jpeg : PictureFormat::none;
}

tl::expected<Picture, Error> decodePicture(std::string_view bytes)
{
    const PictureFormat format = pictureFormat(bytes);
    if (format == PictureFormat::none)
        return tl::unexpected(Error{TS_TEXT("picture", "it is no PNG or JPEG picture")});
    if (format == PictureFormat::jpeg && !(jpegHasEnd(bytes) && jpegTablesFit(bytes)))
        return tl::unexpected(broken(format));
    Picture picture;
    const auto* const begin = reinterpret_cast<const stbi_uc*>(bytes.data());
    const auto length = static_cast<int>(std::min<std::size_t>(bytes.size(), INT_MAX));
    if (stbi_info_from_memory(begin, length, &picture.width, &picture.height, &picture.channels) == 0)
        return tl::unexpected(broken(format));
    if (std::int64_t{picture.width} * picture.height > kMostPixels)
        return tl::unexpected(Error{TS_TEXT("picture", "it has more than 100 million pixels")});
    const std::unique_ptr<stbi_uc, decltype(&stbi_image_free)> pixels(
        stbi_load_from_memory(begin, length, &picture.width, &picture.height, &picture.channels, 0),
        &stbi_image_free);
    if (pixels == nullptr)
        return tl::unexpected(broken(format));
    picture.pixels.assign(pixels.get(), pixels.get() + byteCount(picture));
    return picture;
}

std::string encodePng(const Picture& picture)
{
    assert(picture.pixels.size() == byteCount(picture));
    std::string bytes;
    if (stbi_write_png_to_func(&append, &bytes, picture.width, picture.height, picture.channels,
                               picture.pixels.data(), picture.width * picture.channels) == 0)
        throw std::bad_alloc(); // the only cause
    return bytes;
}

std::string encodeJpeg(const Picture& picture, int quality)
{
    assert(picture.pixels.size() == byteCount(picture));
    std::string bytes;
    if (stbi_write_jpg_to_func(&append, &bytes, picture.width, picture.height, picture.channels,
                               picture.pixels.data(), quality) == 0)
        throw std::bad_alloc();
    return bytes;
}

Picture scaled(const Picture& picture, int width, int height)
{
    assert(width > 0 && height > 0 && picture.pixels.size() == byteCount(picture));
    Picture result{width, height, picture.channels, {}};
    result.pixels.resize(byteCount(result));
    const int alpha = hasAlpha(picture) ? picture.channels - 1 : STBIR_ALPHA_CHANNEL_NONE;
    if (stbir_resize_uint8_srgb(picture.pixels.data(), picture.width, picture.height, 0, result.pixels.data(),
                                width, height, 0, picture.channels, alpha, 0) == 0)
        throw std::bad_alloc();
    return result;
}

} // namespace threadscape
