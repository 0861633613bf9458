#pragma once

#include "formats/chrome_reader.h"
#include "lab/experiment.h"
#include "lab/run/recording.h"

#include <memory>

namespace threadscape {

/// What a trace that another program recorded has of an experiment: the file's name is its question, and the trace says
/// which plots it has. It is in no list, has nothing to be set, and never runs: Run::request() tells so of a run, and a
/// broken rule of what would be run.
class ForeignTrace final : public Experiment {
public:
    static constexpr const char* kId = "trace";

    ForeignTrace(Template fileName, std::vector<PlotSpec> plots);
    /// Of a recording that recordingOfForeign made.
    static std::unique_ptr<Experiment> of(const Recording& recording);

    std::vector<Preset> presets() const override { return {}; }
    std::vector<PlotSpec> plots() const override { return m_plots; }
    std::vector<LaneGroup> lanes() const override { return {}; }
    std::optional<Error> brokenRule() const override;
    void run(Lab& /*lab*/) override {}
    Findings findings() const override { return {}; }
    Text answer(const Findings& /*findings*/, Outcome /*outcome*/) const override { return {}; }

private:
    std::vector<PlotSpec> m_plots;
};

/// What a foreign trace tells, in the form of a run that is over. `name`: the file's. Threads: any.
Recording recordingOfForeign(const std::shared_ptr<const Trace>& trace, const ForeignCounts& counts,
                             const std::string& name);

} // namespace threadscape
