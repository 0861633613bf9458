#pragma once

#include "view/axis/follow.h"

#include <optional>
#include <span>
#include <vector>

namespace threadscape {

/// A stretch of values on an axis, low <= high.
struct ValueScale {
    double low = 0;
    double high = 0;
    friend bool operator==(const ValueScale&, const ValueScale&) = default;
};

/// What a plot needs to show all it has: px beside and below its area, and its axes' values, one after the other.
struct PlotNeeds {
    double left = 0;
    double right = 0;
    double below = 0;
    std::vector<ValueScale> values;
    friend bool operator==(const PlotNeeds&, const PlotNeeds&) = default;
};

/// The same of plots under one another. Two stacks that each show at least the union of what both need are laid out
/// alike, and a length in one is a length in the other.
struct StackNeeds {
    double legend = 0;     ///< px that the legend of states is high
    double lanesClose = 0; ///< px below which lanes scroll
    double lanesLeast = 0; ///< px below which not every lane has its name
    double lanesMost = 0;  ///< px above which they get no fatter
    std::vector<PlotNeeds> plots;
    friend bool operator==(const StackNeeds&, const StackNeeds&) = default;
};

ValueScale united(ValueScale a, ValueScale b) noexcept;
TimeWindow united(TimeWindow a, TimeWindow b) noexcept;
/// What only one of them has counts as it is.
PlotNeeds united(const PlotNeeds& a, const PlotNeeds& b);
StackNeeds united(const StackNeeds& a, const StackNeeds& b);

/// The stretch that a run needs beside another: from 0 to what was planned or took. One that was not planned grows in
/// steps while it goes on, so that the other is not redrawn all the time, and needs nothing before it starts.
std::optional<TimeWindow> comparedTime(RunTime run);

/// How much room a plot asks for, and how readily it goes where there is little.
struct PlotPart {
    double leastPx = 0;
    bool spare = false; ///< the others tell more
};

/// Which plots are shown in `roomPx`: all, or without the spare ones from the last on until the rest has what it needs.
std::vector<bool> plotsThatFit(std::span<const PlotPart> parts, double roomPx, double betweenPx);

} // namespace threadscape
