#include "kernels/picture_format.h"

#include <algorithm>
#include <array>
#include <cassert>

namespace threadscape {

namespace {

using namespace std::string_view_literals;
using Format = PictureFormat;

struct Kind {
    Format format;
    Template refusal; ///< broken where it is read, else not read
    std::array<std::string_view, 5> extensions{};
};

constexpr std::array kKinds{
    Kind{Format::png, TS_TEXT("picture", "it is a broken PNG file"), {".png", ".apng"}},
    Kind{Format::jpeg, TS_TEXT("picture", "it is a broken JPEG file"), {".jpg", ".jpeg", ".jpe", ".jfif"}},
    Kind{Format::webp, TS_TEXT("picture", "it is a broken WebP file"), {".webp"}},
    Kind{Format::bmp, TS_TEXT("picture", "it is a broken BMP file"), {".bmp", ".dib"}},
    Kind{Format::gif, TS_TEXT("picture", "it is a broken GIF file"), {".gif"}},
    Kind{Format::tga, TS_TEXT("picture", "it is a broken TGA file"), {".tga"}},
    Kind{
        Format::pnm, TS_TEXT("picture", "it is a broken PNM file"), {".pnm", ".ppm", ".pgm", ".pbm", ".pam"}},
    Kind{Format::avif, TS_TEXT("picture", "it is an AVIF picture, which is not read here"), {".avif"}},
    Kind{
        Format::heic, TS_TEXT("picture", "it is a HEIC picture, which is not read here"), {".heic", ".heif"}},
    Kind{Format::tiff, TS_TEXT("picture", "it is a TIFF picture, which is not read here"), {".tif", ".tiff"}},
    Kind{Format::svg, TS_TEXT("picture", "it is an SVG picture, which is not read here"), {".svg"}},
    Kind{Format::jpegXl, TS_TEXT("picture", "it is a JPEG XL picture, which is not read here"), {".jxl"}},
    Kind{Format::jpeg2000,
         TS_TEXT("picture", "it is a JPEG 2000 picture, which is not read here"),
         {".jp2", ".j2k", ".jpf", ".jpx"}},
    Kind{Format::psd,
         TS_TEXT("picture", "it is a Photoshop picture, which is not read here"),
         {".psd", ".psb"}},
    Kind{Format::icon, TS_TEXT("picture", "it is a Windows icon, which is not read here"), {".ico", ".cur"}},
    Kind{Format::openExr, TS_TEXT("picture", "it is an OpenEXR picture, which is not read here"), {".exr"}},
    Kind{Format::radiance, TS_TEXT("picture", "it is a Radiance picture, which is not read here"), {".hdr"}},
    Kind{Format::dds, TS_TEXT("picture", "it is a DDS picture, which is not read here"), {".dds"}},
    Kind{Format::gimp, TS_TEXT("picture", "it is a GIMP picture, which is not read here"), {".xcf"}},
};

struct Signature {
    std::string_view bytes;
    Format format;
};

constexpr std::array kSignatures{
    Signature{"\x89PNG\r\n\x1A\n"sv, Format::png},
    Signature{"\xFF\xD8\xFF"sv, Format::jpeg},
    Signature{"GIF87a"sv, Format::gif},
    Signature{"GIF89a"sv, Format::gif},
    Signature{"II*\0"sv, Format::tiff},
    Signature{"MM\0*"sv, Format::tiff},
    Signature{"II+\0"sv, Format::tiff}, // above 4 GB
    Signature{"MM\0+"sv, Format::tiff},
    Signature{"\xFF\x0A"sv, Format::jpegXl},
    Signature{"\0\0\0\x0CJXL "sv, Format::jpegXl},
    Signature{"\0\0\0\x0CjP  "sv, Format::jpeg2000},
    Signature{"\xFF\x4F\xFF\x51"sv, Format::jpeg2000},
    Signature{"8BPS"sv, Format::psd},
    Signature{"\0\0\1\0"sv, Format::icon},
    Signature{"\x76\x2F\x31\x01"sv, Format::openExr},
    Signature{"#?RADIANCE"sv, Format::radiance},
    Signature{"#?RGBE"sv, Format::radiance},
    Signature{"DDS "sv, Format::dds},
    Signature{"gimp xcf"sv, Format::gimp},
};

constexpr unsigned byteAt(std::string_view bytes, std::size_t at) noexcept
{
    return static_cast<unsigned char>(bytes[at]);
}

constexpr bool isBlank(char c) noexcept
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

// "BM", and a header of one of the sizes that there are.
bool isBmp(std::string_view bytes) noexcept
{
    constexpr std::size_t kSizeAt = 14;
    constexpr std::array<unsigned, 8> kSizes{12, 16, 40, 52, 56, 64, 108, 124};
    return bytes.starts_with("BM") && bytes.size() > kSizeAt + 3 && byteAt(bytes, kSizeAt + 1) == 0 &&
           std::ranges::find(kSizes, byteAt(bytes, kSizeAt)) != kSizes.end();
}

bool isPnm(std::string_view bytes) noexcept
{
    return bytes.size() > 2 && bytes[0] == 'P' && bytes[1] >= '1' && bytes[1] <= '7' && isBlank(bytes[2]);
}

// A box of ISO media files: its length, "ftyp", and who it is for.
Format mediaFormat(std::string_view bytes) noexcept
{
    constexpr std::size_t kBrandAt = 8;
    constexpr std::size_t kBrand = 4;
    if (bytes.size() < kBrandAt + kBrand || bytes.substr(kBrand, kBrand) != "ftyp")
        return Format::none;
    const std::string_view all = bytes.substr(kBrandAt, std::min<std::size_t>(byteAt(bytes, 3), 64));
    if (all.starts_with("avif") || all.starts_with("avis"))
        return Format::avif;
    constexpr std::array kHeic{"heic"sv, "heix"sv, "hevc"sv, "hevx"sv,
                               "heim"sv, "heis"sv, "hevm"sv, "hevs"sv};
    if (std::ranges::find(kHeic, all.substr(0, kBrand)) != kHeic.end())
        return Format::heic;
    if (all.starts_with("mif1") || all.starts_with("msf1"))
        return all.find("avif") != std::string_view::npos ? Format::avif : Format::heic;
    return Format::none;
}

bool isSvg(std::string_view bytes) noexcept
{
    constexpr std::string_view kMark = "\xEF\xBB\xBF";
    if (bytes.starts_with(kMark))
        bytes.remove_prefix(kMark.size());
    bytes.remove_prefix(static_cast<std::size_t>(std::ranges::find_if_not(bytes, isBlank) - bytes.begin()));
    return bytes.starts_with("<svg") ||
           ((bytes.starts_with("<?xml") || bytes.starts_with("<!")) && bytes.find("<svg") != bytes.npos);
}

// The header of a TGA file: colour map or none, a type of picture that there is, sides above 0, and a depth that goes with it.
bool isTga(std::string_view bytes) noexcept
{
    constexpr std::size_t kHeader = 18;
    if (bytes.size() < kHeader)
        return false;
    const unsigned map = byteAt(bytes, 1);
    const unsigned type = byteAt(bytes, 2);
    const unsigned mapDepth = byteAt(bytes, 7);
    const unsigned depth = byteAt(bytes, 16);
    const bool mapped = type == 1 || type == 9;
    const bool known = mapped || type == 2 || type == 3 || type == 10 || type == 11;
    const auto oneOf = [](unsigned value, std::initializer_list<unsigned> values) {
        return std::ranges::find(values, value) != values.end();
    };
    return known && map == (mapped ? 1U : 0U) && byteAt(bytes, 12) + byteAt(bytes, 13) > 0 &&
           byteAt(bytes, 14) + byteAt(bytes, 15) > 0 && oneOf(depth, {8, 15, 16, 24, 32}) &&
           (!mapped || (oneOf(mapDepth, {15, 16, 24, 32}) && depth <= 16)) && byteAt(bytes, 17) < 64;
}

const Kind& kindOf(PictureFormat format) noexcept
{
    const auto* const kind = std::ranges::find(kKinds, format, &Kind::format);
    assert(kind != kKinds.end());
    return *kind;
}

char smallLetter(char c) noexcept
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

} // namespace

PictureFormat pictureFormat(std::string_view bytes) noexcept
{
    bytes = bytes.substr(0, kFormatBytes);
    const auto* const signature = std::ranges::find_if(
        kSignatures, [&](const Signature& each) { return bytes.starts_with(each.bytes); });
    if (signature != kSignatures.end())
        return signature->format;
    if (bytes.starts_with("RIFF") && bytes.substr(std::min<std::size_t>(8, bytes.size())).starts_with("WEBP"))
        return Format::webp;
    if (isBmp(bytes))
        return Format::bmp;
    if (isPnm(bytes))
        return Format::pnm;
    if (isSvg(bytes))
        return Format::svg;
    if (const Format media = mediaFormat(bytes); media != Format::none)
        return media;
    return isTga(bytes) ? Format::tga : Format::none;
}

bool isPictureExtension(std::string_view extension) noexcept
{
    return !extension.empty() && std::ranges::any_of(kKinds, [&](const Kind& kind) {
        return std::ranges::any_of(kind.extensions, [&](std::string_view known) {
            return std::ranges::equal(known, extension, {}, {}, smallLetter);
        });
    });
}

Error brokenPicture(PictureFormat format)
{
    assert(isRead(format));
    return {kindOf(format).refusal};
}

Error unreadPicture(PictureFormat format)
{
    assert(!isRead(format));
    if (format == Format::none)
        return {TS_TEXT("picture", "it is no picture of a kind that is known here")};
    return {kindOf(format).refusal};
}

} // namespace threadscape
