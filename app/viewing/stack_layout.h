#pragma once

#include "view/axis/shared_scale.h"

#include <QRectF>
#include <optional>
#include <span>
#include <vector>

namespace threadscape {

/// How much of a stack of plots is shown: everything; what is legible in the space; for a lecture hall, only the lanes,
/// or the first plot, and the values where there is space; or, for a small figure, that with a legend without shares.
enum class StackScope : std::uint8_t { all, readable, lecture, essential };

/// The limits of the lanes' height, in px.
struct LanesHeight {
    double close = 0; ///< below it they are scrolled where space is short
    double least = 0; ///< below it not every lane has its name; elsewhere they are scrolled
    double most = 0;  ///< the maximum
};

/// The layout hints of a plot to its stack.
struct StackPlot {
    double share = 1;                     ///< of the height, relative to the others
    double leastPx = 0;                   ///< below it the plot is useless
    std::optional<LanesHeight> lanes;     ///< of lanes, which are laid out first
    bool spare = false;                   ///< hidden first where space is short
    bool large = false;                   ///< illegible when small: spare plots are hidden for it
    bool alone = false;                   ///< shares neither axis nor margins with the others
    bool legend = false;                  ///< the legend of states explains it
    bool shown = true;                    ///< false: another plot replaces it now
    std::optional<std::size_t> inPlaceOf; ///< the plot it replaces: it gets no more space than that
};

/// The space of a stack.
struct StackRoom {
    QSizeF size;
    double legendPx = 0; ///< height of the legend at this width
    double scale = 1;    ///< px of the screen per px of the design
    StackScope scope = StackScope::all;
    const StackNeeds* shared = nullptr; ///< the needs of two stacks that are laid out alike; null: one stack
    bool zoomed = false;                ///< a part of the run is shown
};

/// The geometry of a stack.
struct StackLayout {
    QRectF legend;             ///< null: there is none
    std::vector<QRectF> plots; ///< null: it does not fit
};

/// Lays plots out in a column. Pure.
StackLayout stackLayout(std::span<const StackPlot> plots, const StackRoom& room);

} // namespace threadscape
