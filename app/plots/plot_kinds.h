#pragma once

#include "plots/plot.h"
#include "viewing/view_model.h"

namespace threadscape {

/// Makes the plot that a spec asks for. `frame` and `view` outlive it.
Plot* makePlot(const PlotSpec& spec, const PlotFrame& frame, ViewModel& view, QWidget* parent);

} // namespace threadscape
