#include "kernels/landscape.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace threadscape {

namespace {

struct Colour {
    double red = 0;
    double green = 0;
    double blue = 0;
};

Colour mix(Colour a, Colour b, double share)
{
    return {a.red + (b.red - a.red) * share, a.green + (b.green - a.green) * share,
            a.blue + (b.blue - a.blue) * share};
}

// A stream of numbers in [0, 1) (splitmix64: Steele, Lea and Flood, 2014).
class Chance {
public:
    explicit Chance(std::uint64_t seed) : m_state(seed) {}
    std::uint64_t bits()
    {
        std::uint64_t z = (m_state += 0x9E3779B97F4A7C15U);
        z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9U;
        z = (z ^ (z >> 27U)) * 0x94D049BB133111EBU;
        return z ^ (z >> 31U);
    }
    double operator()() { return static_cast<double>(bits() >> 11U) * 0x1.0p-53; }
    double operator()(double low, double high) { return low + (high - low) * (*this)(); }
    Colour colour(Colour low, Colour high)
    {
        const double red = (*this)(low.red, high.red);
        const double green = (*this)(low.green, high.green);
        return {red, green, (*this)(low.blue, high.blue)};
    }

private:
    std::uint64_t m_state;
};

// The height of a row of hills at each column, counted from the top.
std::vector<double> ridge(Chance& chance, double base, double roughness, int width, int height)
{
    constexpr int kWaves = 4;
    std::vector<double> heights(static_cast<std::size_t>(width), base * height);
    for (int wave = 1; wave <= kWaves; ++wave) {
        const double phase = chance(0, 6.28);
        const double length = chance(0.7, 1.4) * wave * 6.28 / width;
        const double swing = roughness * height / (wave * wave);
        for (std::size_t x = 0; x < heights.size(); ++x)
            heights[x] += swing * std::sin(static_cast<double>(x) * length + phase);
    }
    return heights;
}

std::uint8_t byteOf(double value, double grain)
{
    return static_cast<std::uint8_t>(std::clamp(value + grain, 0.0, 255.0));
}

} // namespace

Picture landscape(std::uint64_t seed, int width, int height, const Checkpoint& checkpoint)
{
    constexpr std::size_t kHills = 4;
    Chance chance(seed);
    const Colour zenith = chance.colour({20, 60, 120}, {90, 130, 220});
    const Colour horizon = chance.colour({200, 150, 120}, {255, 225, 200});
    const Colour far = chance.colour({90, 110, 140}, {150, 150, 170});
    const Colour near = chance.colour({10, 40, 10}, {70, 90, 40});
    const double sunX = chance(0.15, 0.85) * width;
    const double sunY = chance(0.1, 0.4) * height;
    const double sunRadius = chance(0.04, 0.1) * height;
    std::array<std::vector<double>, kHills> hills;
    for (std::size_t i = 0; i < kHills; ++i)
        hills[i] = ridge(chance, 0.5 + 0.12 * static_cast<double>(i), 0.08, width, height);

    std::array<Colour, kHills> hillColours;
    for (std::size_t i = 0; i < kHills; ++i)
        hillColours[i] = mix(far, near, static_cast<double>(i) / (kHills - 1));
    Picture picture{width, height, 3, {}};
    picture.pixels.resize(static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 3);
    std::uint8_t* at = picture.pixels.data();
    for (int y = 0; y < height; ++y) {
        checkpoint();
        const Colour sky = mix(zenith, horizon, static_cast<double>(y) / height);
        for (int x = 0; x < width; ++x) {
            const double fromSunX = x - sunX;
            const double fromSunY = y - sunY;
            Colour colour = sky;
            if (fromSunX * fromSunX + fromSunY * fromSunY < sunRadius * sunRadius)
                colour = {255, 240, 200};
            for (std::size_t i = 0; i < kHills; ++i)
                if (y > hills[i][static_cast<std::size_t>(x)])
                    colour = hillColours[i];
            // A photograph's grain: without it a PNG file would be far smaller than a real one.
            const double grain = static_cast<double>(chance.bits() & 7U) - 3.5;
            *at++ = byteOf(colour.red, grain);
            *at++ = byteOf(colour.green, grain);
            *at++ = byteOf(colour.blue, grain);
        }
    }
    return picture;
}

} // namespace threadscape
