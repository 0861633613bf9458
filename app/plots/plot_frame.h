#pragma once

#include "plots/lanes/lane_pictures.h"
#include "viewing/run_frame.h"
#include "viewing/view_state.h"

#include <memory>
#include <optional>

namespace threadscape {

/// What all plots of a stack show now: a run, and what the reader chose to see of it.
struct PlotFrame {
    const RunFrame& run;
    ViewState view;
    /// The lock that is pointed at or selected: what has nothing to do with it is fainter.
    ObjectId lit = kNoObject;
    bool controls = true; ///< buttons stand on the plots: not in a figure
    bool sparing = false; ///< there is little room
    bool keys = true;     ///< buttons can be reached by keys
    std::shared_ptr<LanePictures> pictures = std::make_shared<LanePictures>(); ///< of this frame

    /// Until when the run is shown, where its view is held.
    std::optional<std::int64_t> heldNs() const noexcept { return view.heldIn(run.trace.get()); }
    /// The span of this run that was clicked; null: none.
    const LaneHit* selected() const noexcept { return view.selectedIn(run.trace.get()); }
    std::optional<TimeWindow> measured() const noexcept { return view.measuredStretch(); }
    /// A heading opens and closes the cores' lanes.
    bool coresFold() const noexcept { return controls && !sparing; }
};

} // namespace threadscape
