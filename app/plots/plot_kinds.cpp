#include "plots/plot_kinds.h"

#include "plots/bars/bars_plot.h"
#include "plots/contention/contention_plot.h"
#include "plots/graph/graph_plot.h"
#include "plots/histogram/histogram_plot.h"
#include "plots/lanes/timeline_plot.h"
#include "plots/speedup/speedup_plot.h"
#include "plots/speedup/stretches_plot.h"
#include "plots/values/values_plot.h"

#include <algorithm>
#include <concepts>
#include <iterator>

namespace threadscape {

namespace {

// A plot without controls gets no view.
template <typename Kind>
Plot* make(const PlotSpec& spec, const PlotFrame& frame, [[maybe_unused]] ViewModel& view, QWidget* parent)
{
    if constexpr (std::constructible_from<Kind, PlotSpec, const PlotFrame&, ViewModel&, QWidget*>)
        return new Kind(spec, frame, view, parent);
    else
        return new Kind(spec, frame, parent);
}

constexpr struct {
    PlotSpec::Kind kind;
    Plot* (*make)(const PlotSpec&, const PlotFrame&, ViewModel&, QWidget*);
} kKinds[] = {
    {PlotSpec::Kind::timeline, make<TimelinePlot>},   {PlotSpec::Kind::contention, make<ContentionPlot>},
    {PlotSpec::Kind::values, make<ValuesPlot>},       {PlotSpec::Kind::graph, make<GraphPlot>},
    {PlotSpec::Kind::histogram, make<HistogramPlot>}, {PlotSpec::Kind::bars, make<BarsPlot>},
    {PlotSpec::Kind::speedup, make<SpeedupPlot>},     {PlotSpec::Kind::stretches, make<StretchesPlot>},
};

} // namespace

Plot* makePlot(const PlotSpec& spec, const PlotFrame& frame, ViewModel& view, QWidget* parent)
{
    const auto* const row = std::ranges::find_if(kKinds, [&](const auto& r) { return r.kind == spec.kind; });
    Q_ASSERT(row != std::end(kKinds));
    return row->make(spec, frame, view, parent);
}

} // namespace threadscape
