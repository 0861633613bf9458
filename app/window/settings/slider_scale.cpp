#include "window/settings/slider_scale.h"

#include <algorithm>
#include <cmath>

namespace threadscape {

namespace {
constexpr double kTwoDecades = 100;
}

SliderScale::SliderScale(double min, double max, double smallest)
    : m_min(min),
      m_max(max),
      m_smallest(smallest),
      m_byRatio(min >= 0 && max > kTwoDecades * std::max(min, smallest))
{
}

int SliderScale::position(double value) const
{
    value = std::clamp(value, m_min, m_max);
    double share = 0;
    if (!m_byRatio)
        share = m_max > m_min ? (value - m_min) / (m_max - m_min) : 0;
    else if (const double low = std::max(m_min, m_smallest); value >= low) {
        // Zero is at the first position, positive values start at the second.
        const double first = m_min < low ? 1.0 / kSteps : 0;
        share = first + (1 - first) * std::log(value / low) / std::log(m_max / low);
    }
    return static_cast<int>(std::lround(share * kSteps));
}

double SliderScale::value(int position) const
{
    const double share = std::clamp(position, 0, kSteps) / static_cast<double>(kSteps);
    double value = m_min + share * (m_max - m_min);
    if (m_byRatio) {
        const double low = std::max(m_min, m_smallest);
        const double first = m_min < low ? 1.0 / kSteps : 0;
        if (share < first)
            return m_min;
        value = low * std::pow(m_max / low, (share - first) / (1 - first));
        // Two significant digits are enough along a slider: 1,300, not 1,287.
        const double unit = std::pow(10.0, std::floor(std::log10(value)) - 1);
        value = std::round(value / unit) * unit;
    }
    const double rounded = std::round(value / m_smallest) * m_smallest;
    return std::clamp(rounded, m_min, m_max);
}

} // namespace threadscape
