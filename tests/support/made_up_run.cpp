#include "support/made_up_run.h"

#include "lab/run/recorded_run.h"

namespace threadscape::samples {

std::shared_ptr<const Run> runOf(std::shared_ptr<const Trace> trace,
                                 std::shared_ptr<const Experiment> experiment, double plannedSeconds,
                                 int cores)
{
    Recording recording{{}, plannedSeconds, trace->snapshot()->nowNs, trace};
    recording.result.experiment = experiment->id();
    recording.result.outcome = Outcome::finished;
    recording.result.machine.cores = cores;
    recording.result.findings = experiment->findings();
    return std::make_shared<const RecordedRun>(std::move(recording), std::move(experiment));
}

std::shared_ptr<const Run> withResult(const std::shared_ptr<const Run>& run,
                                      const std::function<void(RunResult&)>& change)
{
    Recording recording = recordingOf(*run);
    change(recording.result);
    return std::make_shared<const RecordedRun>(std::move(recording),
                                               std::shared_ptr<const Experiment>(run, &run->experiment()));
}

} // namespace threadscape::samples
