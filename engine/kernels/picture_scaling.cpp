#include "kernels/picture.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <new>

// The library is compiled here, and nowhere else (CMakeLists.txt keeps this file out of unity builds).
#define STB_IMAGE_RESIZE_STATIC
#define STB_IMAGE_RESIZE_IMPLEMENTATION
#include <stb/stb_image_resize.h>

namespace threadscape {

namespace {

constexpr std::size_t kLevels = 256;

/// Light of each of the 256 values, from 0 to 65535. Source: IEC 61966-2-1 (sRGB).
std::array<std::uint32_t, kLevels> lightOfValues()
{
    constexpr double kMost = 65535;
    std::array<std::uint32_t, kLevels> light{};
    for (std::size_t i = 0; i < kLevels; ++i) {
        const double value = static_cast<double>(i) / (kLevels - 1);
        const double linear = value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
        light.at(i) = static_cast<std::uint32_t>(std::lround(kMost * linear));
    }
    return light;
}

const std::array<std::uint32_t, kLevels>& light()
{
    static const std::array<std::uint32_t, kLevels> s_light = lightOfValues();
    return s_light;
}

/// The value whose light is nearest.
std::uint8_t valueOf(std::uint64_t ofLight)
{
    const auto& all = light();
    const auto above = std::ranges::lower_bound(all, ofLight);
    if (above == all.begin())
        return 0;
    if (above == all.end())
        return kLevels - 1;
    const auto at = static_cast<std::size_t>(above - all.begin());
    return static_cast<std::uint8_t>(*above - ofLight < ofLight - all.at(at - 1) ? at : at - 1);
}

std::uint64_t rounded(std::uint64_t sum, std::uint64_t by)
{
    return (sum + by / 2) / by;
}

/// The sums of one row of boxes.
template <int Channels>
class BoxRow {
public:
    BoxRow(std::size_t count, std::size_t side) : m_side(side), m_sums(count * Channels), m_pixels(count) {}

    void add(const std::uint8_t* pixel, std::size_t width)
    {
        const auto& lights = light();
        for (std::size_t box = 0; box < m_pixels.size(); ++box) {
            const std::size_t here = std::min(m_side, width - box * m_side);
            std::uint64_t* const sums = m_sums.data() + box * Channels;
            m_pixels[box] += here;
            for (std::size_t i = 0; i < here; ++i, pixel += Channels) {
                if constexpr (kAlpha) { // what cannot be seen has no colour
                    const std::uint64_t alpha = pixel[kColours];
                    for (int c = 0; c < kColours; ++c)
                        sums[c] += alpha * lights[pixel[c]];
                    sums[kColours] += alpha;
                } else {
                    for (int c = 0; c < kColours; ++c)
                        sums[c] += lights[pixel[c]];
                }
            }
        }
    }
    void averages(std::uint8_t* to)
    {
        for (std::size_t box = 0; box < m_pixels.size(); ++box) {
            std::uint64_t* const sums = m_sums.data() + box * Channels;
            const std::uint64_t weight = kAlpha ? sums[kColours] : m_pixels[box];
            for (int c = 0; c < kColours; ++c)
                *to++ = weight == 0 ? 0 : valueOf(rounded(sums[c], weight));
            if constexpr (kAlpha)
                *to++ = static_cast<std::uint8_t>(rounded(weight, m_pixels[box]));
        }
        std::ranges::fill(m_sums, 0);
        std::ranges::fill(m_pixels, 0);
    }

private:
    static constexpr bool kAlpha = Channels == 2 || Channels == 4;
    static constexpr int kColours = kAlpha ? Channels - 1 : Channels;

    std::size_t m_side;
    std::vector<std::uint64_t> m_sums;
    std::vector<std::uint64_t> m_pixels;
};

/// How many pixels, across and down, become one.
struct Box {
    int across;
    int down;
};

int boxes(int pixels, int side)
{
    return (pixels + side - 1) / side; // the last may be smaller
}

template <int Channels>
Picture averaged(const Picture& picture, Box box, const Checkpoint& checkpoint)
{
    Picture result{boxes(picture.width, box.across), boxes(picture.height, box.down), Channels, {}};
    result.pixels.resize(result.byteCount());
    BoxRow<Channels> row(static_cast<std::size_t>(result.width), static_cast<std::size_t>(box.across));
    std::uint8_t* to = result.pixels.data();
    for (int y = 0; y < picture.height; ++y) {
        checkpoint();
        row.add(picture.pixels.data() + static_cast<std::size_t>(y) * picture.rowBytes(),
                static_cast<std::size_t>(picture.width));
        if ((y + 1) % box.down == 0 || y + 1 == picture.height) {
            row.averages(to);
            to += result.rowBytes();
        }
    }
    return result;
}

Picture averaged(const Picture& picture, Box box, const Checkpoint& checkpoint)
{
    switch (picture.channels) {
    case 1: return averaged<1>(picture, box, checkpoint);
    case 2: return averaged<2>(picture, box, checkpoint);
    case 3: return averaged<3>(picture, box, checkpoint);
    default: return averaged<4>(picture, box, checkpoint);
    }
}

/// The library's filter, on the part of the picture that was whole: its last boxes may have been smaller.
Picture filtered(const Picture& picture, double across, double down, int width, int height)
{
    Picture result{width, height, picture.channels, {}};
    result.pixels.resize(result.byteCount());
    const int alpha = picture.hasAlpha() ? picture.channels - 1 : STBIR_ALPHA_CHANNEL_NONE;
    if (stbir_resize_region(picture.pixels.data(), picture.width, picture.height, 0, result.pixels.data(),
                            width, height, 0, STBIR_TYPE_UINT8, picture.channels, alpha, 0, STBIR_EDGE_CLAMP,
                            STBIR_EDGE_CLAMP, STBIR_FILTER_DEFAULT, STBIR_FILTER_DEFAULT,
                            STBIR_COLORSPACE_SRGB, nullptr, 0, 0, static_cast<float>(across / picture.width),
                            static_cast<float>(down / picture.height)) == 0)
        throw std::bad_alloc();
    return result;
}

} // namespace

Picture scaled(const Picture& picture, int width, int height, const Checkpoint& checkpoint)
{
    assert(width > 0 && height > 0 && picture.pixels.size() == picture.byteCount());
    constexpr int kLeft = 2; // so many times as large as the result, for the filter to choose from
    const Box box{std::max(1, picture.width / width / kLeft), std::max(1, picture.height / height / kLeft)};
    checkpoint();
    if (box.across == 1 && box.down == 1)
        return filtered(picture, picture.width, picture.height, width, height);
    const Picture smaller = averaged(picture, box, checkpoint);
    checkpoint();
    return filtered(smaller, double{1} * picture.width / box.across, double{1} * picture.height / box.down,
                    width, height);
}

} // namespace threadscape
