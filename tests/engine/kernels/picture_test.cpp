#include "kernels/picture.h"

#include "kernels/landscape.h"
#include "kernels/picture_format.h"
#include "kernels/picture_orientation.h"
#include "kernels/thumbnail.h"
#include "support/run_program.h"

#include <cmath>
#include <fstream>
#include <gmock/gmock.h>
#include <sstream>
#include <zlib.h>

namespace threadscape {
namespace {

std::string refusalOf(std::string_view bytes)
{
    const auto picture = decodePicture(bytes);
    return picture ? std::string() : picture.error().text.english();
}

// One picture of 29 x 19 pixels in many kinds of files, which Pillow 9.4 wrote, and Python's zlib those that are interlaced or have
// 16 bits. In those with an orientation it lies so that it is the same once it is upright.
std::string fileOf(const std::string& name)
{
    return contentsOf(THREADSCAPE_TESTS "/engine/kernels/pictures/" + name);
}

Picture shown(const std::string& name)
{
    const auto picture = decodePicture(fileOf(name));
    EXPECT_TRUE(picture) << name << ": " << picture.error().text.english();
    return picture.value_or(Picture());
}

// The mean difference of two pictures' values; of unlike sizes infinite.
double difference(const Picture& a, const Picture& b)
{
    if (a.width != b.width || a.height != b.height || a.channels != b.channels)
        return HUGE_VAL;
    double off = 0;
    for (std::size_t i = 0; i < a.pixels.size(); ++i)
        off += std::abs(a.pixels[i] - b.pixels[i]);
    return off / static_cast<double>(a.pixels.size());
}

Picture plain(int width, int height, int channels)
{
    const auto bytes = static_cast<std::size_t>(width) * static_cast<std::size_t>(height);
    return {width, height, channels,
            std::vector<std::uint8_t>(bytes * static_cast<std::size_t>(channels), 77)};
}

Picture withoutAlpha(const Picture& picture)
{
    Picture result{picture.width, picture.height, picture.channels - 1, {}};
    for (std::size_t i = 0; i < picture.pixels.size(); ++i)
        if ((i + 1) % static_cast<std::size_t>(picture.channels) != 0)
            result.pixels.push_back(picture.pixels[i]);
    return result;
}

TEST(Picture, APngFileComesBackAsItWas)
{
    for (const int channels : {1, 2, 3, 4}) {
        const Picture picture = plain(7, 5, channels);
        EXPECT_EQ(*decodePicture(encodePng(picture)), picture) << channels;
    }
    const Picture picture = landscape(3, 64, 48);
    EXPECT_EQ(*decodePicture(encodePng(picture)), picture);
    EXPECT_EQ(encodePng(picture), encodePng(picture));
}

TEST(Picture, AJpegFileComesBackAlmostAsItWas)
{
    const Picture picture = landscape(3, 64, 48);
    EXPECT_LT(difference(*decodePicture(encodeJpeg(picture, 95)), picture), 6);
    EXPECT_EQ(decodePicture(encodeJpeg(plain(20, 10, 1), 95))->channels, 1);
    EXPECT_EQ(*decodePicture(encodeJpeg(plain(20, 10, 4), 95)), plain(20, 10, 3));
}

TEST(Picture, EveryKindShowsTheSame)
{
    const Picture picture = shown("plain.png");
    ASSERT_EQ(picture.width, 29);
    ASSERT_EQ(picture.height, 19);
    for (const char* same :
         {"interlaced.png", "sixteen_bits.png", "sixteen_bits_interlaced.png", "palette.png", "plain.webp",
          "animated.webp", "plain.bmp", "palette.bmp", "plain.tga", "plain.ppm"})
        EXPECT_EQ(shown(same), picture) << same;
    for (const char* same : {"plain.gif", "animated.gif"})
        EXPECT_EQ(withoutAlpha(shown(same)), picture) << same;
    for (const char* like : {"baseline.jpg", "progressive.jpg", "cmyk.jpg"})
        EXPECT_LT(difference(shown(like), picture), 2) << like;
    for (const char* like : {"subsampled.jpg", "lossy.webp"})
        EXPECT_LT(difference(shown(like), picture), 10) << like;
    const Picture grey = shown("grey.png");
    ASSERT_EQ(grey.channels, 1);
    for (const char* same : {"grey_sixteen_bits.png", "grey.pgm", "grey.tga"})
        EXPECT_EQ(shown(same), grey) << same;
    EXPECT_LT(difference(shown("grey.jpg"), grey), 2);
    const Picture alpha = shown("alpha.png");
    ASSERT_EQ(alpha.channels, 4);
    EXPECT_EQ(withoutAlpha(alpha), picture);
    for (const char* same : {"alpha.webp", "alpha.tga"})
        EXPECT_EQ(shown(same), alpha) << same;
}

TEST(Picture, StandsUprightAsItsFileSays)
{
    const Picture picture = shown("plain.png");
    for (int orientation = 0; orientation <= 9; ++orientation) { // there is no 0 and no 9
        const std::string name = "orientation" + std::to_string(orientation) + ".jpg";
        EXPECT_LT(difference(shown(name), picture), 2) << name;
    }
    for (const char* same :
         {"orientation6.png", "orientation7.png", "orientation6.webp", "orientation7.webp"})
        EXPECT_EQ(shown(same), picture) << same;
}

TEST(Picture, AnAbsurdOrientationIsNone)
{
    const std::string low("II*\0\x08\0\0\0\1\0\x12\1\3\0\1\0\0\0\6\0\0\0\0\0\0\0", 26);
    EXPECT_EQ(exifOrientation(low), 6);
    EXPECT_EQ(exifOrientation(std::string("MM\0*\0\0\0\x08\0\1\1\x12\0\3\0\0\0\1\0\x08\0\0\0\0\0\0", 26)), 8);
    for (std::size_t cut = 0; cut < 20; ++cut)
        EXPECT_EQ(exifOrientation(low.substr(0, cut)), 1) << cut;
    for (std::size_t at = 0; at < 18; ++at) {
        if (at == 8 || at == 9 || at >= 14) // how many entries and values there are is of no account
            continue;
        std::string damaged = low;
        damaged[at] = '\x7F';
        EXPECT_EQ(exifOrientation(damaged), 1) << at;
    }
}

TEST(Picture, WhatIsCutOffIsBroken)
{
    struct Kind {
        std::string file;
        const char* refusal;
    };
    const Picture picture = landscape(1, 80, 60);
    for (const auto& [whole, refusal] : {Kind{encodePng(picture), "it is a broken PNG file"},
                                         Kind{encodeJpeg(picture, 90), "it is a broken JPEG file"},
                                         Kind{fileOf("progressive.jpg"), "it is a broken JPEG file"},
                                         Kind{fileOf("interlaced.png"), "it is a broken PNG file"},
                                         Kind{fileOf("plain.webp"), "it is a broken WebP file"},
                                         Kind{fileOf("lossy.webp"), "it is a broken WebP file"},
                                         Kind{fileOf("plain.bmp"), "it is a broken BMP file"},
                                         Kind{fileOf("plain.gif"), "it is a broken GIF file"},
                                         Kind{fileOf("alpha.tga"), "it is a broken TGA file"},
                                         Kind{fileOf("plain.ppm"), "it is a broken PNM file"}}) {
        EXPECT_EQ(refusalOf(whole), "") << refusal;
        EXPECT_EQ(refusalOf(whole + "what cameras put behind it"), "") << refusal;
        for (std::size_t part = 1; part < 10; ++part)
            EXPECT_EQ(refusalOf(std::string_view(whole).substr(0, 32 + (whole.size() - 32) * part / 10)),
                      refusal)
                << part << " tenths";
    }
}

TEST(Picture, AnotherKindIsNamed)
{
    EXPECT_EQ(refusalOf(fileOf("unread.tiff")), "it is a TIFF picture, which is not read here");
    EXPECT_EQ(refusalOf(fileOf("unread.svg")), "it is an SVG picture, which is not read here");
    EXPECT_EQ(refusalOf(fileOf("unread.ico")), "it is a Windows icon, which is not read here");
    EXPECT_EQ(refusalOf("  <svg width='1'/>"), "it is an SVG picture, which is not read here");
    EXPECT_EQ(refusalOf(std::string("\0\0\0\x1C"
                                    "ftypavif\0\0\0\0",
                                    16)),
              "it is an AVIF picture, which is not read here");
    EXPECT_EQ(refusalOf(std::string("\0\0\0\x18"
                                    "ftypmif1\0\0\0\0mif1heic",
                                    24)),
              "it is a HEIC picture, which is not read here");
    EXPECT_EQ(refusalOf(std::string("\0\0\0\x0CJXL \r\n\x87\n", 12)),
              "it is a JPEG XL picture, which is not read here");
    EXPECT_EQ(refusalOf(std::string("8BPS\0\1", 6)), "it is a Photoshop picture, which is not read here");
    EXPECT_EQ(refusalOf("P4\n8 1\nx"), "it is stored in a rare way, which is not read here");
    for (const char* none : {"Dear diary", "", "P", "BMW", "<html>", "RIFF....WAVE"})
        EXPECT_EQ(refusalOf(none), "it is no picture of a kind that is known here") << none;
    for (const char* known : {".JPG", ".jpeg", ".png", ".Tiff", ".heic", ".webp"})
        EXPECT_TRUE(isPictureExtension(known)) << known;
    for (const char* other : {"", ".", ".txt", "jpg", ".jpgx", ".mp4"})
        EXPECT_FALSE(isPictureExtension(other)) << other;
}

TEST(Picture, APictureInAJpegsHeadIsNotItsEnd)
{
    const std::string whole = encodeJpeg(landscape(1, 80, 60), 90);
    const std::string inside =
        "\xFF\xE1" + std::string("\x00\x08", 2) + "\xFF\xD8..\xFF\xD9"; // length 8, itself included
    const std::string with = whole.substr(0, 2) + inside + whole.substr(2);
    EXPECT_EQ(refusalOf(with), "");
    EXPECT_EQ(refusalOf(with.substr(0, with.size() - 200)), "it is a broken JPEG file");
}

TEST(Picture, AHuffmanTableWithTooManyCodesIsBroken)
{
    const std::string whole = encodeJpeg(landscape(2, 40, 30), 80);
    const std::size_t table = whole.find("\xFF\xC4");
    ASSERT_NE(table, std::string::npos);
    std::string damaged = whole;
    for (std::size_t i = 5; i < 5 + 16; ++i)
        damaged[table + i] = '\x7F';
    EXPECT_EQ(refusalOf(damaged), "it is a broken JPEG file");
}

TEST(Picture, NoDamageIsFatal)
{
    for (const char* name : {"plain.png", "interlaced.png", "palette.png", "baseline.jpg", "progressive.jpg",
                             "cmyk.jpg", "orientation6.jpg", "plain.webp", "lossy.webp", "animated.webp",
                             "palette.bmp", "plain.gif", "alpha.tga", "grey.pgm"}) {
        const std::string whole = fileOf(name);
        for (std::size_t at = 0; at < whole.size(); at += 3) {
            std::string damaged = whole;
            damaged[at] = static_cast<char>(~damaged[at]);
            if (const auto read = decodePicture(damaged)) {
                EXPECT_EQ(read->pixels.size(), read->byteCount()) << name << " at " << at;
            }
        }
    }
}

std::string bigEndian(std::uint32_t number)
{
    std::string bytes;
    for (const unsigned shift : {24U, 16U, 8U, 0U})
        bytes += static_cast<char>(number >> shift);
    return bytes;
}

std::string chunk(const std::string& type, const std::string& contents)
{
    const std::string checked = type + contents;
    const auto sum =
        crc32(0, reinterpret_cast<const Bytef*>(checked.data()), static_cast<uInt>(checked.size()));
    return bigEndian(static_cast<std::uint32_t>(contents.size())) + checked +
           bigEndian(static_cast<std::uint32_t>(sum));
}

std::string greyPng(std::uint32_t width, std::uint32_t height, const std::string& pixels)
{
    return "\x89PNG\r\n\x1A\n" +
           chunk("IHDR", bigEndian(width) + bigEndian(height) + std::string("\x08\0\0\0\0", 5)) +
           chunk("IDAT", pixels) + chunk("IEND", "");
}

std::string zeros(std::size_t count)
{
    uLongf size = compressBound(count);
    std::string packed(size, '\0');
    const std::vector<Bytef> plainBytes(count);
    compress(reinterpret_cast<Bytef*>(packed.data()), &size, plainBytes.data(), count);
    packed.resize(size);
    return packed;
}

TEST(Picture, TooLargeOnesAreRefusedByTheirHeader)
{
    EXPECT_EQ(refusalOf(greyPng(20'000, 20'000, "")), "it has more than 100 million pixels");
    EXPECT_EQ(refusalOf(greyPng(2'000'000, 2, "")), "it is more than a million pixels wide or high");
    EXPECT_EQ(refusalOf(greyPng(0x7FFFFFFF, 0x7FFFFFFF, "")), "it has more than 100 million pixels");
    std::string jpeg = encodeJpeg(plain(8, 8, 3), 90);
    const std::size_t frame = jpeg.find("\xFF\xC0");
    jpeg.replace(frame + 5, 4, "\xFF\xFF\xFF\xFF");
    EXPECT_EQ(refusalOf(jpeg), "it has more than 100 million pixels");
    std::string bmp = fileOf("plain.bmp");
    bmp.replace(18, 8, std::string("\0\0\1\0\0\0\1\0", 8));
    EXPECT_EQ(refusalOf(bmp), "it has more than 100 million pixels");
    EXPECT_EQ(refusalOf("P6\t44444444444444444444 1 255 abc"), "it is a broken PNM file");
    EXPECT_EQ(refusalOf("P5 #99999999999999\n99999999 9 255 abc"), "it has more than 100 million pixels");
}

// The most memory, in kB, that this process has had since the last call of forgetPeak().
std::size_t peakKb()
{
    std::istringstream status(contentsOf("/proc/self/status"));
    for (std::string line; std::getline(status, line);)
        if (line.starts_with("VmHWM:"))
            return std::stoul(line.substr(6));
    return 0;
}
void forgetPeak()
{
    std::ofstream("/proc/self/clear_refs") << 5;
}

TEST(Picture, NoMoreIsInflatedThanItHasPixels)
{
    constexpr std::size_t kInflated = std::size_t{48} << 20U; // of few enough compressed bytes
    const std::string file = greyPng(10, 10, zeros(kInflated));
    forgetPeak();
    const std::size_t before = peakKb();
    EXPECT_TRUE(decodePicture(file));
    EXPECT_LT(peakKb(), before + 32 * 1024); // the shadow of a sanitizer included
}

TEST(Picture, MoreCompressedBytesThanItsRowsCanHaveAreNotInflatedAtAll)
{
    constexpr std::size_t kInflated = std::size_t{128} << 20U;
    EXPECT_EQ(refusalOf(greyPng(10, 10, zeros(kInflated))), "it is a broken PNG file");
}

TEST(Thumbnail, KeepsTheAspectAndNeverEnlarges)
{
    struct Case {
        int width, height, side, toWidth, toHeight;
    };
    for (const Case& c :
         {Case{1024, 768, 128, 128, 96}, Case{768, 1024, 128, 96, 128}, Case{1024, 768, 32, 32, 24},
          Case{100, 100, 64, 64, 64}, Case{20, 10, 32, 20, 10}, Case{1000, 3, 64, 64, 1},
          Case{33, 32, 32, 32, 31}, Case{32, 32, 32, 32, 32}, Case{1021, 767, 32, 32, 24}}) {
        for (const int channels : {1, 2, 3, 4}) {
            const Picture small = thumbnail(plain(c.width, c.height, channels), c.side);
            EXPECT_EQ(small.width, c.toWidth) << c.width << " x " << c.height << " to " << c.side;
            EXPECT_EQ(small.height, c.toHeight) << c.width << " x " << c.height << " to " << c.side;
            EXPECT_EQ(small, plain(small.width, small.height, channels)); // a plain colour stays what it is
        }
    }
}

// Bright stripes of one pixel are half as bright as white in light, not in value.
TEST(Thumbnail, MixesLight)
{
    Picture stripes{1024, 1024, 1, {}};
    for (std::size_t i = 0; i < stripes.byteCount(); ++i)
        stripes.pixels.push_back(i % 2 == 0 ? 255 : 0);
    for (const std::uint8_t value : thumbnail(stripes, 64).pixels)
        EXPECT_NEAR(value, 188, 1);
}

// What cannot be seen has no colour.
TEST(Thumbnail, MixesNoInvisibleColour)
{
    Picture picture{512, 512, 4, {}};
    for (int i = 0; i < picture.width * picture.height; ++i)
        for (const int value : {i % 2 == 0 ? 200 : 0, 0, i % 2 == 0 ? 0 : 255, i % 2 == 0 ? 255 : 0})
            picture.pixels.push_back(static_cast<std::uint8_t>(value));
    const Picture small = thumbnail(picture, 32);
    for (std::size_t at = 0; at < small.pixels.size(); at += 4) {
        EXPECT_NEAR(small.pixels[at], 200, 1);
        EXPECT_EQ(small.pixels[at + 2], 0);
        EXPECT_NEAR(small.pixels[at + 3], 128, 1);
    }
}

// A ramp of light stays one, at whatever size: a shifted or a wrongly weighted edge would be off by a pixel's step.
TEST(Thumbnail, ShiftsNothing)
{
    for (const int width : {512, 767, 1000, 1023}) {
        Picture ramp{width, 300, 1, {}};
        const auto valueAt = [&](double share) {
            const double light = 0.05 + 0.9 * share;
            return 255 * (1.055 * std::pow(light, 1 / 2.4) - 0.055);
        };
        for (std::size_t i = 0; i < ramp.byteCount(); ++i)
            ramp.pixels.push_back(static_cast<std::uint8_t>(std::lround(
                valueAt((static_cast<double>(i % static_cast<std::size_t>(width)) + 0.5) / width))));
        const Picture small = thumbnail(ramp, 64);
        for (int x = 2; x < small.width - 2; ++x)
            EXPECT_NEAR(small.pixels[static_cast<std::size_t>(x)], valueAt((x + 0.5) / small.width), 1.0)
                << width << " at " << x;
    }
}

TEST(Landscape, IsTheSameForTheSameSeedAndAnotherForAnother)
{
    EXPECT_EQ(landscape(5, 60, 40), landscape(5, 60, 40));
    EXPECT_NE(landscape(5, 60, 40), landscape(6, 60, 40));
}

} // namespace
} // namespace threadscape
