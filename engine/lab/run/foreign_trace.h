#pragma once

#include "formats/chrome_reader.h"
#include "lab/experiment.h"
#include "lab/run/recording.h"

#include <memory>

namespace threadscape {

/// The experiment of a trace that another program recorded: the file's name is its question, and the trace determines its
/// plots. It is not registered, has no settings, and cannot run: Run::request() returns nullopt, and brokenRule() an error.
class ForeignTrace final : public Experiment {
public:
    static constexpr const char* kId = "trace";

    ForeignTrace(Template fileName, std::vector<PlotSpec> plots);
    /// For a recording made by recordingOfForeign.
    static std::unique_ptr<Experiment> of(const Recording& recording);

    std::vector<Preset> presets() const override { return {}; }
    std::vector<PlotSpec> plots() const override { return m_plots; }
    std::vector<LaneGroup> lanes() const override { return {}; }
    std::optional<Error> brokenRule() const override;
    void run(Lab& /*lab*/) override {}
    Findings findings() const override { return {}; }
    Answer answer(const Findings& /*findings*/, Outcome /*outcome*/) const override { return {}; }

private:
    std::vector<PlotSpec> m_plots;
};

/// A foreign trace as the recording of a finished run. Its warnings say what of the file is not drawn, with numbers; with any
/// of that it is unsavable. `name`: the file's. Threads: any.
Recording recordingOfForeign(const std::shared_ptr<const Trace>& trace, const ForeignCounts& counts,
                             const std::string& name);

/// Why a foreign trace that is only partly shown is unsavable. Threads: any.
Text partOf(const std::string& name);

} // namespace threadscape
