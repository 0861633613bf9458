#include "viewing/stack_layout.h"

#include <algorithm>
#include <cmath>

namespace threadscape {

namespace {

// px, but for shares
constexpr double kBetween = 10;         // plots
constexpr double kBetweenBeside = 6;    // plots, where space is short
constexpr double kMostOfRoom = 0.7;     // for the lanes, while there are other plots
constexpr double kShareBeside = 0.66;   // for the lanes, where space is short and others must be legible
constexpr double kLegendFrom = 240;     // height of a stack beside another from which there is a legend
constexpr double kLanesOnlyBelow = 140; // beside another stack: below it a value axis is illegible
constexpr double kLeastHeight = 88;     // of a plot that is not the lanes
constexpr double kFatter = 100;         // that lanes gain before spare plots are shown beside another stack
constexpr double kTimeLabels = 20;      // of the time's tick labels
constexpr double kLegendGap = 2;        // below the legend
constexpr double kLeastOfLanes = 80;    // that lanes need below a plot that stands alone

/// Plots on one time axis: lanes first, then what fits.
class TimeStack {
public:
    TimeStack(std::span<const StackPlot> plots, const StackRoom& room) : m_plots(plots), m_room(room)
    {
        const auto lanes =
            std::ranges::find_if(plots, [](const StackPlot& p) { return p.lanes.has_value(); });
        if (lanes == plots.end())
            return;
        m_lanes = static_cast<std::size_t>(lanes - plots.begin());
        m_height = *lanes->lanes;
        if (room.shared != nullptr) {
            m_height.close = std::max(m_height.close, room.shared->lanesClose);
            m_height.least = std::max(m_height.least, room.shared->lanesLeast);
            m_height.most = std::max(m_height.most, room.shared->lanesMost);
        }
    }

    StackLayout layout() const
    {
        StackLayout layout;
        double top = 0;
        if (hasLanes() && (m_room.shared == nullptr || m_room.size.height() >= px(kLegendFrom))) {
            const double shared = m_room.shared != nullptr ? m_room.shared->legend : 0;
            layout.legend = QRectF(0, 0, m_room.size.width(), std::max(m_room.legendPx, shared));
            top = layout.legend.bottom() + px(kLegendGap);
        }
        const double between = px(sparing() ? kBetweenBeside : kBetween);
        const std::vector<bool> shown = shownIn(m_room.size.height() - top, between);
        const auto count = std::ranges::count(shown, true);
        const double room = m_room.size.height() - top - between * static_cast<double>(count - 1);
        const double lanes = hasLanes() && count > 1 ? lanesHeight(room, shown) : 0;
        const std::vector<double> heights = shareOut(room, lanes, shown);
        for (std::size_t i = 0; i < m_plots.size(); ++i) {
            if (!shown[i]) {
                layout.plots.emplace_back();
                continue;
            }
            const double height = std::max(px(40), std::floor(heights[i]));
            layout.plots.emplace_back(0, top, m_room.size.width(), height);
            top += height + between;
        }
        return layout;
    }

private:
    double px(double design) const { return design * m_room.scale; }
    bool sparing() const { return m_room.shared != nullptr || m_room.scope != StackScope::all; }
    bool hasLanes() const { return m_lanes.has_value(); }
    bool isLanes(std::size_t i) const { return m_lanes == i; }
    double leastOf(std::size_t i) const { return isLanes(i) ? m_height.least : px(kLeastHeight); }

    // All lanes, close to each other, are more useful than some of them and a line. Where not even they fit, lanes are
    // scrolled.
    bool lanesComeFirst(double room) const
    {
        return hasLanes() && (m_room.scope == StackScope::essential || room < px(kLanesOnlyBelow) ||
                              m_height.close + px(kTimeLabels) <= room);
    }

    bool largeNeedsRoom(double room, double between) const
    {
        constexpr double kLanes = 0.4; // of the room
        double needed = -between;
        for (std::size_t i = 0; i < m_plots.size(); ++i)
            needed += between + (isLanes(i) ? std::min(m_height.most, room * kLanes) : m_plots[i].leastPx);
        return std::ranges::any_of(m_plots, &StackPlot::large) && needed > room;
    }

    // On its own a stack shows everything; beside another, or in a small figure, only what is legible.
    std::vector<bool> shownIn(double room, double between) const
    {
        std::vector<bool> shown(m_plots.size(), true);
        if (!sparing()) {
            if (largeNeedsRoom(room, between))
                for (std::size_t i = 0; i < m_plots.size(); ++i)
                    shown[i] = !m_plots[i].spare;
            return shown;
        }
        std::vector<PlotPart> parts;
        for (std::size_t i = 0; i < m_plots.size(); ++i) {
            PlotPart part{leastOf(i), m_plots[i].spare};
            if (isLanes(i))
                part.leastPx = std::min(part.leastPx, room);
            else if (m_plots[i].spare && m_room.shared != nullptr && hasLanes())
                part.leastPx += std::min(px(kFatter), m_height.most - m_height.least);
            parts.push_back(part);
        }
        const auto leaveOut = [&] {
            const std::vector<bool> fit = plotsThatFit(parts, room + between, between); // none below the last
            for (std::size_t i = 0; i < parts.size(); ++i) {
                shown[i] = shown[i] && fit[i];
                if (!shown[i])
                    parts[i].leastPx = -between;
            }
        };
        // The first, or the lanes, and values.
        if (m_room.scope == StackScope::essential || m_room.scope == StackScope::lecture)
            for (std::size_t i = 0; i < m_plots.size(); ++i)
                shown[i] = (hasLanes() ? isLanes(i) : i == 0) || !m_plots[i].spare;
        leaveOut();
        for (std::size_t i = 0; i < parts.size(); ++i)
            parts[i].spare = !isLanes(i) && lanesComeFirst(room);
        leaveOut();
        return shown;
    }

    double sharesOf(const std::vector<bool>& shown) const
    {
        double shares = 0;
        for (std::size_t i = 0; i < m_plots.size(); ++i)
            shares += shown[i] ? m_plots[i].share : 0;
        return shares;
    }

    // Space that few lanes leave free goes to the other plots; many lanes take space from them, so that each fits its
    // name.
    double lanesHeight(double room, const std::vector<bool>& shown) const
    {
        double wanted = room * m_plots[*m_lanes].share / sharesOf(shown);
        double most = m_height.most;
        if (sparing()) {
            const auto others = static_cast<double>(std::ranges::count(shown, true) - 1);
            const double left = room - px(kLeastHeight) * others;
            wanted = std::max(wanted, room * kShareBeside);
            most = std::min(most, std::max(room * kShareBeside, left));
            wanted = std::min(wanted, left);
        } else {
            most = std::min(most, std::max(wanted, room * kMostOfRoom));
        }
        return std::min(std::max(wanted, m_height.least), most);
    }

    // The space that the lanes leave: to each plot its minimum, and the rest by shares. `lanes` 0: they share like the
    // others.
    std::vector<double> shareOut(double room, double lanes, const std::vector<bool>& shown) const
    {
        const auto sharesRest = [&](std::size_t i) { return shown[i] && (!isLanes(i) || lanes <= 0); };
        const double rest = room - lanes;
        double shares = 0;
        double needed = 0;
        for (std::size_t i = 0; i < m_plots.size(); ++i) {
            shares += sharesRest(i) ? m_plots[i].share : 0;
            needed += sharesRest(i) ? m_plots[i].leastPx : 0;
        }
        std::vector<double> heights(m_plots.size(), lanes);
        for (std::size_t i = 0; i < m_plots.size(); ++i)
            if (sharesRest(i))
                heights[i] = m_plots[i].leastPx * std::min(1.0, rest / needed) +
                             std::max(0.0, rest - needed) * m_plots[i].share / shares;
        return heights;
    }

    std::span<const StackPlot> m_plots;
    const StackRoom& m_room;
    std::optional<std::size_t> m_lanes;
    LanesHeight m_height; // the maximum over the other stack's, too
};

/// Plots of which at least one stands alone, each of a height by its share.
class AloneStack {
public:
    AloneStack(std::span<const StackPlot> plots, const StackRoom& room) : m_plots(plots), m_room(room) {}

    StackLayout layout() const
    {
        const std::vector<bool> shown = shownPlots();
        double room = m_room.size.height() + px(kBetween);
        double shares = 0;
        double legend = 0;
        for (std::size_t i = 0; i < m_plots.size(); ++i) {
            if (!shown[i])
                continue;
            room -= px(kBetween);
            shares += standIn(i).share;
            if (m_plots[i].legend)
                legend = m_room.legendPx + px(kLegendGap);
        }
        room -= legend;
        StackLayout layout;
        double top = 0;
        for (std::size_t i = 0; i < m_plots.size(); ++i) {
            if (!shown[i]) {
                layout.plots.emplace_back();
                continue;
            }
            if (m_plots[i].legend) {
                layout.legend = QRectF(0, top, m_room.size.width(), legend - px(kLegendGap));
                top += legend;
            }
            const double height = std::max(px(24), std::floor(room * standIn(i).share / shares));
            layout.plots.emplace_back(0, top, m_room.size.width(), height);
            top += height + px(kBetween);
        }
        return layout;
    }

private:
    double px(double design) const { return design * m_room.scale; }
    /// Nothing above a plot that replaces another moves.
    const StackPlot& standIn(std::size_t i) const { return m_plots[m_plots[i].inPlaceOf.value_or(i)]; }
    double leastOf(std::size_t i) const
    {
        const StackPlot& plot = m_plots[i];
        return plot.lanes && !plot.inPlaceOf ? std::min(plot.lanes->least, px(kLeastOfLanes))
                                             : standIn(i).leastPx;
    }

    // Where not all fit, only the first is shown; but an opened part of the run stays visible.
    std::vector<bool> shownPlots() const
    {
        const auto legend = std::ranges::find_if(m_plots, &StackPlot::legend);
        const auto first =
            std::ranges::find_if(m_plots, [](const StackPlot& p) { return p.shown && p.alone; });
        const auto only = first != m_plots.end() ? first : legend;
        std::vector<bool> shown;
        double needed = legend != m_plots.end() ? m_room.legendPx : 0;
        for (std::size_t i = 0; i < m_plots.size(); ++i) {
            const bool isOnly =
                only != m_plots.end() && i == static_cast<std::size_t>(only - m_plots.begin());
            shown.push_back(m_plots[i].shown && (m_room.scope != StackScope::essential || isOnly));
            if (shown.back())
                needed += leastOf(i) + px(kBetween);
        }
        if (m_room.scope == StackScope::essential || needed <= m_room.size.height())
            return shown;
        const auto alone = m_room.zoomed && legend != m_plots.end() ? legend : only;
        for (std::size_t i = 0; i < shown.size(); ++i)
            shown[i] = alone != m_plots.end() && i == static_cast<std::size_t>(alone - m_plots.begin());
        return shown;
    }

    std::span<const StackPlot> m_plots;
    const StackRoom& m_room;
};

} // namespace

StackLayout stackLayout(std::span<const StackPlot> plots, const StackRoom& room)
{
    return std::ranges::any_of(plots, &StackPlot::alone) ? AloneStack(plots, room).layout()
                                                         : TimeStack(plots, room).layout();
}

} // namespace threadscape
