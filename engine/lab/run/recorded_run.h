#pragma once

#include "lab/run/recording.h"

namespace threadscape {

/// A finished run from a recording; immutable. Threads: any.
class RecordedRun final : public Run {
public:
    /// From a file: with the experiment's settings as at the end. Settings that this version does not know, or no longer
    /// allows, are left out. Error: this version has no such experiment.
    static tl::expected<std::shared_ptr<const RecordedRun>, Error> of(Recording recording);

    RecordedRun(Recording recording, const std::shared_ptr<const Experiment>& experiment)
        : RecordedRun(std::move(recording), experiment, experiment->question())
    {
    }
    /// `question`: with the settings at the start.
    RecordedRun(Recording recording, std::shared_ptr<const Experiment> experiment, Text question)
        : m_recording(std::move(recording)),
          m_experiment(std::move(experiment)),
          m_question(std::move(question))
    {
    }

    const Experiment& experiment() const override { return *m_experiment; }
    std::shared_ptr<const Trace> trace() const override { return m_recording.trace; }
    Text question() const override { return m_question; }
    std::optional<RunRequest> request() const override;
    Outcome outcome() const override { return m_recording.result.outcome; }
    std::int64_t elapsedNs() const override { return m_recording.elapsedNs; }
    double plannedSeconds() const override { return m_recording.plannedSeconds; }
    int cores() const override { return m_recording.result.machine.cores; }
    Findings findings() const override { return m_recording.result.findings; }
    Text answer() const override { return m_recording.result.answer; }
    std::vector<Text> warnings() const override { return m_recording.result.warnings; }
    std::optional<Text> unsavable() const override { return m_recording.unsavable; }
    std::optional<SourceFile> source() const override { return m_recording.source; }
    RunResult result() const override { return m_recording.result; }

private:
    Recording m_recording;
    std::shared_ptr<const Experiment> m_experiment;
    Text m_question;
};

} // namespace threadscape
