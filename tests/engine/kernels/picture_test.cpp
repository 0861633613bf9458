#include "kernels/landscape.h"
#include "kernels/thumbnail.h"

#include <gtest/gtest.h>

namespace threadscape {
namespace {

std::string refusalOf(std::string_view bytes)
{
    const auto picture = decodePicture(bytes);
    return picture ? std::string() : picture.error().text.english();
}

Picture plain(int width, int height, int channels)
{
    const auto bytes = static_cast<std::size_t>(width) * static_cast<std::size_t>(height);
    return {width, height, channels,
            std::vector<std::uint8_t>(bytes * static_cast<std::size_t>(channels), 77)};
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
    const auto again = decodePicture(encodeJpeg(picture, 95));
    ASSERT_TRUE(again);
    ASSERT_EQ(again->pixels.size(), picture.pixels.size());
    double off = 0;
    for (std::size_t i = 0; i < picture.pixels.size(); ++i)
        off += std::abs(again->pixels[i] - picture.pixels[i]);
    EXPECT_LT(off / static_cast<double>(picture.pixels.size()), 6);
}

TEST(Picture, WhatIsCutOffIsBroken)
{
    const Picture picture = landscape(1, 80, 60);
    const std::string png = encodePng(picture);
    const std::string jpeg = encodeJpeg(picture, 90);
    for (std::size_t part = 1; part < 10; ++part) {
        EXPECT_EQ(refusalOf(std::string_view(png).substr(0, png.size() * part / 10)),
                  "it is a broken PNG file");
        EXPECT_EQ(refusalOf(std::string_view(jpeg).substr(0, jpeg.size() * part / 10)),
                  "it is a broken JPEG file");
    }
    EXPECT_EQ(refusalOf(jpeg + "what cameras put behind it"), "");
    EXPECT_EQ(refusalOf("Dear diary"), "it is no PNG or JPEG picture");
    EXPECT_EQ(refusalOf(""), "it is no PNG or JPEG picture");
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
    // The same behind the pixels' beginning, where a progressive file has its later tables.
    const std::size_t scan = whole.find("\xFF\xDA");
    damaged = whole;
    damaged.insert(scan + 20, "\xFF\xC4\x01\x01" + std::string(17, '\x7F'));
    EXPECT_EQ(refusalOf(damaged), "it is a broken JPEG file");
}

TEST(Picture, NoDamageIsFatal)
{
    const Picture picture = landscape(2, 40, 30);
    for (const std::string& whole : {encodePng(picture), encodeJpeg(picture, 80)})
        for (std::size_t at = 0; at < whole.size(); at += 3) {
            std::string damaged = whole;
            damaged[at] = static_cast<char>(~damaged[at]);
            if (const auto read = decodePicture(damaged)) {
                EXPECT_EQ(read->pixels.size(), static_cast<std::size_t>(read->width) *
                                                   static_cast<std::size_t>(read->height) *
                                                   static_cast<std::size_t>(read->channels));
            }
        }
}

TEST(Thumbnail, KeepsTheAspectAndNeverEnlarges)
{
    struct Case {
        int width, height, side, toWidth, toHeight;
    };
    for (const Case& c : {Case{1024, 768, 128, 128, 96}, Case{768, 1024, 128, 96, 128},
                          Case{1024, 768, 32, 32, 24}, Case{100, 100, 64, 64, 64}, Case{20, 10, 32, 20, 10},
                          Case{1000, 3, 64, 64, 1}, Case{33, 32, 32, 32, 31}, Case{32, 32, 32, 32, 32}}) {
        const Picture small = thumbnail(plain(c.width, c.height, 3), c.side);
        EXPECT_EQ(small.width, c.toWidth) << c.width << " x " << c.height << " to " << c.side;
        EXPECT_EQ(small.height, c.toHeight) << c.width << " x " << c.height << " to " << c.side;
        EXPECT_EQ(small, plain(small.width, small.height, 3)); // a plain colour stays what it is
    }
}

TEST(Landscape, IsTheSameForTheSameSeedAndAnotherForAnother)
{
    EXPECT_EQ(landscape(5, 60, 40), landscape(5, 60, 40));
    EXPECT_NE(landscape(5, 60, 40), landscape(6, 60, 40));
}

} // namespace
} // namespace threadscape
