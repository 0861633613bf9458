#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace threadscape {

/// A label's preferred position and its height. Units: px.
struct LabelWish {
    double middle = 0;
    double height = 0;
    int rank = 0; ///< if not all fit, those of the highest rank are dropped first
};

/// The labels' middles, as close to their wishes as possible (least squares): in the order of their wishes, with `gap`
/// between them, none above `top` or below `bottom`. nullopt: it does not fit. Threads: any.
std::vector<std::optional<double>> stackedLabels(std::span<const LabelWish> wishes, double top, double bottom,
                                                 double gap);

/// A rectangle of a picture. Units: px.
struct Box {
    double left = 0;
    double top = 0;
    double width = 0;
    double height = 0;
    friend bool operator==(const Box&, const Box&) = default;

    bool covers(double x, double y) const noexcept
    {
        return x >= left && x <= left + width && y >= top && y <= top + height;
    }
    bool touches(const Box& other) const noexcept
    {
        return left < other.left + other.width && other.left < left + width &&
               top < other.top + other.height && other.top < top + height;
    }
};
struct Dot {
    double x = 0;
    double y = 0;
};

/// The place where a note covers least.
struct FreePlace {
    Box box;
    std::ptrdiff_t covered = 0; ///< dots
    friend bool operator==(const FreePlace&, const FreePlace&) = default;
};

/// The first candidate that touches no box and covers the fewest dots. nullopt: each touches one. Threads: any.
std::optional<FreePlace> freePlace(std::span<const Box> candidates, std::span<const Dot> dots,
                                   std::span<const Box> taken);

/// Dots along a line, no farther apart than `step`, its ends among them.
void addDots(std::vector<Dot>& dots, Dot from, Dot to, double step);

} // namespace threadscape
