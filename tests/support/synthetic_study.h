#pragma once

#include "lab/experiment.h"
#include "measure/speedup_study.h"
#include "trace/trace.h"

#include <atomic>
#include <memory>

namespace threadscape::samples {

/// The parameters of a synthetic speedup measurement.
struct StudySpec {
    int cores = 2;
    int jobsMax = 4;
    std::vector<Backend> backends{Backend::threads, Backend::gil, Backend::processes};
    int rounds = 7;       ///< of 7 that are done; 0: nothing is measured
    double better = 1;    ///< times as fast as usual beside the baseline
    double workS = 0.24;  ///< of the sequential run
    double pythonS = 0.9; ///< of Python's
    double noise = 0.02;  ///< half a bar, of its speedup
    double others = 0;    ///< share of the cores that other programs had
};

/// As threads, an interpreter lock and processes do on such a machine. The samples stand one after the other in the run's
/// time. The same spec gives the same study.
SpeedupStudy syntheticStudy(const StudySpec& spec = {});

/// The run that it was measured in: of each backend but Python's as many lanes as jobs, which work as theirs do, an
/// interpreter lock handed on every 5 ms.
std::shared_ptr<Trace> studyTrace(const SpeedupStudy& study);

/// An experiment with that measurement, with the plots speedup, stretches and timeline; it never runs.
class MeasuredExperiment final : public Experiment {
public:
    explicit MeasuredExperiment(SpeedupStudy study);

    std::vector<Preset> presets() const override { return {}; }
    std::vector<PlotSpec> plots() const override;
    std::vector<LaneGroup> lanes() const override;
    void run(Lab&) override {}
    Findings findings() const override { return {}; }
    Answer answer(const Findings&, Outcome) const override { return {}; }
    std::optional<SpeedupStudy> study() const override;

    /// Threads: one, not concurrently with study().
    void setStudy(SpeedupStudy study) { m_study = std::move(study); }
    /// The number of calls of study().
    int asked() const { return m_asked; }

private:
    SpeedupStudy m_study;
    mutable std::atomic<int> m_asked{0};
};

} // namespace threadscape::samples
