#pragma once

#include "ingest/trace_builder.h"
#include "measure/speedup_study.h"
#include "plots/lanes/timeline_plot.h"
#include "plots/speedup/speedup_plot.h"
#include "plots/speedup/stretches_plot.h"
#include "plots/stack/plot_stack.h"
#include "support/made_up_run.h"
#include "support/synthetic_study.h"

#include <memory>
#include <utility>

namespace threadscape::samples {

/// An active run, and what it has measured.
struct LiveStudy {
    explicit LiveStudy(const SpeedupStudy& study)
        : experiment(std::make_shared<MeasuredExperiment>(study)),
          trace(std::make_shared<Trace>(std::make_shared<Catalogue>())),
          builder(std::make_unique<TraceBuilder>(*trace, ClockAnchor{1'000'000, 0}))
    {
        tick();
    }
    void go(const SpeedupStudy& study) { experiment->setStudy(study); }
    /// Publishes another snapshot.
    void tick() { publish(false); }
    void end() { publish(true); }
    void publish(bool finished)
    {
        auto snapshot = std::make_shared<Snapshot>();
        snapshot->finished = finished;
        snapshot->nowNs = nowNs += 10'000'000;
        builder->publish(std::move(snapshot));
    }

    std::shared_ptr<MeasuredExperiment> experiment;
    std::shared_ptr<Trace> trace;
    std::unique_ptr<TraceBuilder> builder;
    std::int64_t nowNs = 0;
};

/// What tests of a speedup's plots share: a stack that shows one.
class SpeedupStack {
protected:
    void show(std::shared_ptr<const Trace> trace, std::shared_ptr<MeasuredExperiment> experiment,
              int cores = 2, QSize size = {900, 680}, const Theme& theme = Theme::light())
    {
        m_experiment = std::move(experiment);
        m_stack = std::make_unique<PlotStack>();
        m_stack->setMinimumSize(1, 1);
        m_stack->setTheme(theme);
        m_stack->resize(size);
        m_stack->setRun(runOf(std::move(trace), m_experiment, 0, cores));
        m_stack->show();
        m_stack->refresh();
    }
    void show(const SpeedupStudy& study, QSize size = {900, 680}, const Theme& theme = Theme::light())
    {
        show(studyTrace(study), std::make_shared<MeasuredExperiment>(study), study.cores, size, theme);
    }

    SpeedupPlot& speedup() { return *static_cast<SpeedupPlot*>(m_stack->plots()[0]); }
    StretchesPlot& stretches() { return *static_cast<StretchesPlot*>(m_stack->plots()[1]); }
    TimelinePlot& timeline() { return *static_cast<TimelinePlot*>(m_stack->plots()[2]); }
    bool showsStretches() { return stretches().isVisible() && !timeline().isVisible(); }
    bool showsTimeline() { return !stretches().isVisible() && timeline().isVisible(); }

    std::shared_ptr<MeasuredExperiment> m_experiment;
    std::unique_ptr<PlotStack> m_stack;
};

} // namespace threadscape::samples
