#pragma once

#include "plots/lanes/lane_pictures.h"
#include "viewing/run_frame.h"
#include "viewing/view_state.h"

#include <memory>
#include <optional>

namespace threadscape {

/// What all plots of a stack show: a run, and its view state.
struct PlotFrame {
    const RunFrame& run;
    ViewState view;
    /// The lock that is pointed at or selected: everything unrelated is dimmed.
    ObjectId lit = kNoObject;
    bool controls = true; ///< there are buttons on the plots: not in a figure
    bool sparing = false; ///< space is short
    bool keys = true;     ///< buttons can be reached by keys
    std::shared_ptr<LanePictures> pictures = std::make_shared<LanePictures>(); ///< of this frame

    /// Until when the run is shown, if its view is frozen.
    std::optional<std::int64_t> heldNs() const noexcept { return view.heldIn(run.trace.get()); }
    /// The span of this run that was clicked; null: none.
    const LaneHit* selected() const noexcept { return view.selectedIn(run.trace.get()); }
    std::optional<TimeWindow> measured() const noexcept { return view.measuredStretch(); }
    /// A heading opens and closes the cores' lanes.
    bool coresFold() const noexcept { return controls && !sparing; }
};

} // namespace threadscape
