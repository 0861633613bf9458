#pragma once

#include "lab/experiment.h"
#include "view/axis/time_axis.h"
#include "view/lanes/hit.h"
#include "view/speedup/speedup.h"

#include <algorithm>
#include <optional>
#include <span>

namespace threadscape {

/// Names a run in a view state: its trace, which is only compared, never read. Null: no run.
using RunId = const Trace*;

/// A span that was clicked, and in which run.
struct SelectedSpan {
    RunId of = nullptr;
    LaneHit hit;
};

/// A stretch that was measured, and in whose picture: tables tell of that run.
struct MeasuredStretch {
    RunId of = nullptr;
    TimeWindow stretch;
    friend bool operator==(const MeasuredStretch&, const MeasuredStretch&) = default;
};

/// A run that goes on, held at a moment: what comes later is not shown.
struct HeldMoment {
    RunId of = nullptr;
    std::int64_t atNs = 0;
    friend bool operator==(const HeldMoment&, const HeldMoment&) = default;
};

/// What the reader chose to see, of whichever runs stand in the pictures. A value: two pictures with the same state show
/// the same of theirs, and a figure that is given one shows what was seen.
struct ViewState {
    TimeWindow window;             ///< of the runs' time
    bool following = true;         ///< the window goes with the run
    bool zoomed = false;           ///< it is not the whole
    int scrollPx = 0;              ///< of the lanes
    std::optional<State> isolated; ///< the others at half strength
    std::optional<HeldMoment> held;
    std::optional<MeasuredStretch> measured;
    std::optional<SelectedSpan> selected;
    bool coresOpen = false;                ///< the cores' lanes are shown
    bool usl = false;                      ///< the curves of the universal scalability law are drawn
    std::optional<PointId> chosen;         ///< a point of a speedup, whose number of jobs the stretches show
    std::optional<std::int64_t> pointedNs; ///< the time that is pointed at, a line through all pictures

    /// Of that run.
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

    /// Of an experiment with those plots, before anybody chose anything.
    static ViewState atFirst(std::span<const PlotSpec> plots) noexcept
    {
        ViewState state;
        state.coresOpen = std::ranges::any_of(plots, &PlotSpec::cores);
        return state;
    }

    /// The same without what was looked at in particular: the whole run, no state by itself, nothing measured, selected,
    /// held or pointed at. Cores and curves stay.
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
