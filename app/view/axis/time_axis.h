#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

namespace threadscape {

/// An interval [fromNs, toNs) of the run's own time.
struct TimeWindow {
    std::int64_t fromNs = 0;
    std::int64_t toNs = 1'000'000'000;

    std::int64_t lengthNs() const noexcept { return toNs - fromNs; }
    bool contains(std::int64_t ns) const noexcept { return ns >= fromNs && ns < toNs; }
    friend bool operator==(TimeWindow, TimeWindow) = default;
};

/// The shortest window that can be zoomed to, in ns.
inline constexpr std::int64_t kShortestWindowNs = 1000;

/// Maps time to pixels and back over one window. A pixel is one column of the picture; positions between columns are
/// meaningful. Threads: a value type.
class TimeAxis {
public:
    /// `window` at least 1 ns long, `widthPx` > 0.
    TimeAxis(TimeWindow window, double widthPx) noexcept
        : m_window(window),
          m_width(widthPx),
          m_nsPerPixel(static_cast<double>(std::max<std::int64_t>(1, window.lengthNs())) / widthPx)
    {
    }

    TimeWindow window() const noexcept { return m_window; }
    double widthPx() const noexcept { return m_width; }
    double nsPerPixel() const noexcept { return m_nsPerPixel; }
    int columns() const noexcept { return static_cast<int>(m_width + 0.5); }

    double toPixel(std::int64_t ns) const noexcept
    {
        return static_cast<double>(ns - m_window.fromNs) / m_nsPerPixel;
    }
    /// The nearest ns: toNs(toPixel(ns)) == ns for every ns of a window up to a day long.
    std::int64_t toNs(double px) const noexcept
    {
        const double ns = px * m_nsPerPixel;
        return m_window.fromNs + static_cast<std::int64_t>(ns < 0 ? ns - 0.5 : ns + 0.5);
    }

    friend bool operator==(const TimeAxis&, const TimeAxis&) = default;

private:
    TimeWindow m_window;
    double m_width;
    double m_nsPerPixel;
};

/// Zooms so that `anchorNs` stays where it is; `factor` > 1 shows more time. Never narrower than kShortestWindowNs.
TimeWindow zoomed(TimeWindow window, std::int64_t anchorNs, double factor) noexcept;
TimeWindow panned(TimeWindow window, std::int64_t byNs) noexcept;
/// The window moved, and if necessary shortened, to lie within `extent`.
TimeWindow clamped(TimeWindow window, TimeWindow extent) noexcept;

enum class TimeUnit : std::uint8_t { seconds, milliseconds, microseconds, nanoseconds };
constexpr std::int64_t unitNs(TimeUnit unit) noexcept
{
    switch (unit) {
    case TimeUnit::seconds: return 1'000'000'000;
    case TimeUnit::milliseconds: return 1'000'000;
    case TimeUnit::microseconds: return 1000;
    case TimeUnit::nanoseconds: break;
    }
    return 1;
}

/// Tick positions: multiples of a step of 1, 2 or 5 times a power of ten, labelled in one unit.
struct TimeTicks {
    std::int64_t stepNs = 1;
    TimeUnit unit = TimeUnit::seconds;
    int decimals = 0; ///< that distinguish neighbouring ticks in `unit`
    std::vector<std::int64_t> atNs;
};

/// As many ticks as fit with `minSpacingPx` between them.
TimeTicks timeTicks(const TimeAxis& axis, double minSpacingPx);

/// The smallest of 1, 2, 5 times a power of ten that is at least `value` (> 0).
double niceStep(double value) noexcept;

} // namespace threadscape
