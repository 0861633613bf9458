#pragma once

#include "view/axis/shared_scale.h"

#include <QRectF>
#include <optional>
#include <span>
#include <vector>

namespace threadscape {

/// How much of a stack of plots is shown: everything; what can be read in the room there is; for a lecture hall, only the lanes,
/// or the first plot, and the values where there is room; or, for a small figure, that with a legend of words alone.
enum class StackScope : std::uint8_t { all, readable, lecture, essential };

/// The heights between which lanes grow, in px.
struct LanesHeight {
    double close = 0; ///< below it they are scrolled where there is little room
    double least = 0; ///< below it not every lane has its name; elsewhere they are scrolled
    double most = 0;  ///< above it they get no fatter
};

/// What a plot asks of the stack that it stands in.
struct StackPlot {
    double share = 1;                 ///< of the height, relative to the others
    double leastPx = 0;               ///< with less it says nothing
    std::optional<LanesHeight> lanes; ///< lanes, which come before the others
    bool spare = false;               ///< the others tell more
    bool large = false;               ///< it cannot be read when it is small: what is spare makes room for it
    bool alone = false;               ///< it shares neither axis nor margins with the others
    bool legend = false;              ///< the legend of states is about it
    bool shown = true;                ///< false: another stands in its place now
    std::optional<std::size_t> inPlaceOf; ///< the other one: it takes no more room than that had
};

/// The room that a stack has.
struct StackRoom {
    QSizeF size;
    double legendPx = 0; ///< that the legend takes in this width
    double scale = 1;    ///< px of the screen per px of the design
    StackScope scope = StackScope::all;
    const StackNeeds* shared = nullptr; ///< it stands beside another stack, and both are laid out for that
    bool zoomed = false;                ///< a part of the run was opened: that is what is looked at
};

/// Where everything stands.
struct StackLayout {
    QRectF legend;             ///< null: there is none
    std::vector<QRectF> plots; ///< null: there is no room for it
};

/// Lays plots out, one under the other. Pure.
StackLayout stackLayout(std::span<const StackPlot> plots, const StackRoom& room);

} // namespace threadscape
