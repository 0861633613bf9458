#include "base/decimal_scale.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace threadscape {

namespace {

/// The decimals of the shortest text that is read as `value`: 3 for 0.125.
int decimalsIn(double value) noexcept
{
    std::array<char, 32> text;
    const char* const end =
        std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::scientific).ptr;
    const char* const e = std::find(text.data(), text.data() + (end - text.data()), 'e');
    const bool hasPoint = text[1] == '.' || text[2] == '.'; // "1.25e-01", "-1.25e-01"
    const int sign = text[0] == '-' ? 1 : 0;
    const int digits = hasPoint ? static_cast<int>(e - text.data()) - sign - 2 : 0;
    int exponent = 0;
    std::from_chars(e[1] == '+' ? e + 2 : e + 1, end, exponent);
    return std::max(0, digits - exponent);
}

} // namespace

DecimalScale::DecimalScale(int decimals) noexcept : m_decimals(decimals)
{
    for (int i = 0; i < decimals; ++i)
        m_times *= 10;
}

DecimalScale DecimalScale::of(const std::vector<double>& values, double most)
{
    double largest = 0;
    int needed = 0;
    for (const double value : values) {
        largest = std::max(largest, std::fabs(value));
        needed = std::max(needed, decimalsIn(value));
    }
    DecimalScale scale;
    while (scale.m_decimals < std::min(needed, kMostDecimals) && largest * scale.m_times * 10 < most) {
        ++scale.m_decimals;
        scale.m_times *= 10;
    }
    return scale;
}

std::int64_t DecimalScale::stored(double value) const noexcept
{
    return std::llround(value * m_times);
}

int DecimalScale::decimalsOf(std::int64_t stored) const noexcept
{
    int decimals = m_decimals;
    for (; decimals > 0 && stored % 10 == 0; stored /= 10)
        --decimals;
    return decimals;
}

} // namespace threadscape
