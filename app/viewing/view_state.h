#pragma once

#include "lab/experiment.h"
#include "view/axis/time_axis.h"
#include "view/lanes/hit.h"
#include "view/speedup/speedup.h"

#include <algorithm>
#include <optional>
#include <span>

namespace threadscape {

/// Identifies a run in a view state: its trace, which is only compared, never dereferenced. Null: no run.
using RunId = const Trace*;

/// A span that was clicked, and in which run.
struct SelectedSpan {
    RunId of = nullptr;
    LaneHit hit;
};

/// A measured interval, and in which run's plots: the tables are of that run.
struct MeasuredStretch {
    RunId of = nullptr;
    TimeWindow stretch;
    friend bool operator==(const MeasuredStretch&, const MeasuredStretch&) = default;
};

/// An active run whose view is frozen at a moment: what follows is not shown.
struct HeldMoment {
    RunId of = nullptr;
    std::int64_t atNs = 0;
    friend bool operator==(const HeldMoment&, const HeldMoment&) = default;
};

/// What the user chose to see of the shown runs. A value: two plots with the same state show the same part of their runs,
/// and a figure with it shows what was on the screen.
struct ViewState {
    TimeWindow window;             ///< of the runs' time
    bool following = true;         ///< the window follows the run
    bool zoomed = false;           ///< not all is shown
    int scrollPx = 0;              ///< of the lanes
    std::optional<State> isolated; ///< the others at half opacity
    std::optional<HeldMoment> held;
    std::optional<MeasuredStretch> measured;
    std::optional<SelectedSpan> selected;
    bool coresOpen = false;                ///< the cores' lanes are shown
    bool usl = false;                      ///< the curves of the universal scalability law are drawn
    std::optional<PointId> chosen;         ///< a point of a speedup; the stretches show its number of jobs
    std::optional<std::int64_t> pointedNs; ///< the time under the pointer, a line through all plots

    /// The selection in that run; null: none.
    const LaneHit* selectedIn(RunId run) const noexcept
    {
        return selected && selected->of == run ? &selected->hit : nullptr;
    }
    std::optional<std::int64_t> heldIn(RunId run) const noexcept
    {
        return held && held->of == run ? std::optional(held->atNs) : std::nullopt;
    }
    std::optional<TimeWindow> measuredStretch() const noexcept
    {
        return measured ? std::optional(measured->stretch) : std::nullopt;
    }

    /// The default for an experiment with those plots.
    static ViewState atFirst(std::span<const PlotSpec> plots) noexcept
    {
        ViewState state;
        state.coresOpen = std::ranges::any_of(plots, &PlotSpec::cores);
        return state;
    }

    /// The same for the whole run: no state isolated, nothing measured, selected, held or pointed at. Cores and curves
    /// stay.
    ViewState whole() const noexcept
    {
        ViewState all;
        all.coresOpen = coresOpen;
        all.usl = usl;
        all.chosen = chosen;
        return all;
    }
};

} // namespace threadscape
