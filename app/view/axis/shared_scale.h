#pragma once

#include "view/axis/follow.h"

#include <optional>
#include <span>
#include <vector>

namespace threadscape {

/// A range of values on an axis, low <= high.
struct ValueScale {
    double low = 0;
    double high = 0;
    friend bool operator==(const ValueScale&, const ValueScale&) = default;
};

/// What a plot needs to show all its data: px beside and below its area, and the ranges of its axes.
struct PlotNeeds {
    double left = 0;
    double right = 0;
    double below = 0;
    std::vector<ValueScale> values;
    friend bool operator==(const PlotNeeds&, const PlotNeeds&) = default;
};

/// The same of a stack of plots. Two stacks that each show at least the union of both needs are laid out alike, so that
/// lengths are comparable.
struct StackNeeds {
    double legend = 0;     ///< height of the legend of states in px
    double lanesClose = 0; ///< px below which lanes scroll
    double lanesLeast = 0; ///< px below which not every lane has its name
    double lanesMost = 0;  ///< maximum in px
    std::vector<PlotNeeds> plots;
    friend bool operator==(const StackNeeds&, const StackNeeds&) = default;
};

ValueScale united(ValueScale a, ValueScale b) noexcept;
TimeWindow united(TimeWindow a, TimeWindow b) noexcept;
/// What only one of them has is taken from it.
PlotNeeds united(const PlotNeeds& a, const PlotNeeds& b);
StackNeeds united(const StackNeeds& a, const StackNeeds& b);

/// The window that a run needs beside another: from 0 to its planned or actual length. An unplanned one grows in steps
/// while it is active, so that the other is not redrawn all the time, and needs nothing before it starts.
std::optional<TimeWindow> comparedTime(RunTime run);

/// Minimum height of a plot, and whether it is hidden first where space is short.
struct PlotPart {
    double leastPx = 0;
    bool spare = false; ///< hidden first
};

/// Which plots are shown in `roomPx`: all, or without spare ones, the last first, until the rest fits.
std::vector<bool> plotsThatFit(std::span<const PlotPart> parts, double roomPx, double betweenPx);

} // namespace threadscape
