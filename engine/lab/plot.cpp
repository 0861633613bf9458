#include "lab/plot.h"

#include "async/loop_load.h"

namespace threadscape {

std::string laneName(const std::string& prefix, LaneNaming naming, std::int64_t index)
{
    return naming == LaneNaming::single
               ? prefix
               : prefix + (naming == LaneNaming::spaced ? " " : "-") + std::to_string(index);
}

LaneGroup mainLane()
{
    return {{}, TS_NAME("name", "MainThread"), 1, {}, LaneNaming::single};
}

PlotSpec timelinePlot(double share)
{
    return {.share = share};
}

PlotSpec timelinePlot(double share, const Variable& told)
{
    return {.share = share, .variable = told.name};
}

PlotSpec coresPlot(double share)
{
    return {.share = share, .cores = true};
}

PlotSpec waitingPlot(double share)
{
    return {.kind = PlotSpec::Kind::contention, .share = share, .title = TS_TEXT("plot", "Waiting")};
}

PlotSpec graphPlot(double share)
{
    return {.kind = PlotSpec::Kind::graph, .share = share, .title = TS_TEXT("plot", "Who waits for whom")};
}

PlotSpec valuesPlot(const Variable& variable, double share)
{
    return {
        .kind = PlotSpec::Kind::values, .share = share, .variable = variable.name, .title = variable.title};
}

PlotSpec histogramPlot(const char* operation, Template title, double share)
{
    return {.kind = PlotSpec::Kind::histogram, .share = share, .variable = operation, .title = title};
}

PlotSpec barsPlot(Template title)
{
    return {.kind = PlotSpec::Kind::bars, .title = title};
}

PlotSpec tasksPlot(double share)
{
    return {.kind = PlotSpec::Kind::values,
            .share = share,
            .variable = LoopLoad::kReady,
            .title = TS_TEXT("plot", "Tasks"),
            .beside = LoopLoad::kWaiting};
}

} // namespace threadscape
