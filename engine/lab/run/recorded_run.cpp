#include "lab/run/foreign_trace.h"
#include "lab/run/recording.h"
#include "lab/run/registry.h"
#include "lab/run/runner_impl.h"

namespace threadscape {

namespace {

/// A run that was over before it came here: it answers, and nothing changes it.
class RecordedRun final : public Runner::Impl {
public:
    RecordedRun(Recording recording, std::unique_ptr<Experiment> experiment)
        : m_recording(std::move(recording)), m_experiment(std::move(experiment))
    {
        keepKnown(m_recording.result.settingsAtStart);
        keepKnown(m_recording.result.settings);
        for (const auto& [name, value] : m_recording.result.settings)
            m_experiment->setting(name)->assign(value);
        m_experiment->setStudy(m_recording.result.study);
    }

    void stop(Outcome /*reason*/) override {}
    tl::expected<void, Error> change(std::string_view name, const SettingValue& /*value*/) override
    {
        return tl::unexpected(Error{Text(TS_TEXT("runner", "The run is over: %1 cannot be changed any more."))
                                        .arg(std::string(name))});
    }
    void setSpeed(double /*speed*/) override {}
    bool waitFor(std::chrono::milliseconds /*timeout*/) const override { return true; }
    std::int64_t elapsedNs() const override { return m_recording.elapsedNs; }
    double plannedSeconds() const override { return m_recording.plannedSeconds; }
    double speed() const override { return m_recording.result.speed; }
    const Experiment& experiment() const override { return *m_experiment; }
    std::shared_ptr<const Trace> trace() const override { return m_recording.trace; }
    Findings findings() const override { return m_recording.result.findings; }
    Text answer() const override { return m_recording.result.answer; }
    std::vector<Text> warnings() const override { return m_recording.result.warnings; }
    Outcome outcome() const override { return m_recording.result.outcome; }
    RunResult result() const override { return m_recording.result; }
    void setWatcher(std::function<void()> /*askedToLook*/) override {}
    void looked() override {}
    void setIngestInterval(std::chrono::milliseconds /*interval*/) override {}

private:
    /// Another version's experiment may have had other settings, or other limits.
    void keepKnown(std::vector<std::pair<std::string, SettingValue>>& settings) const
    {
        std::erase_if(settings, [this](const auto& entry) {
            const Setting* setting = m_experiment->setting(entry.first);
            return setting == nullptr || !checkSetting(setting->spec(), entry.second);
        });
    }

    Recording m_recording;
    std::unique_ptr<Experiment> m_experiment;
};

} // namespace

tl::expected<std::shared_ptr<Runner>, Error> Runner::of(Recording recording)
{
    if (recording.result.experiment == ForeignTrace::kId) {
        auto foreign = ForeignTrace::of(recording);
        return std::shared_ptr<Runner>(
            new Runner(std::make_unique<RecordedRun>(std::move(recording), std::move(foreign))));
    }
    auto experiment = makeExperiment(recording.result.experiment);
    if (!experiment)
        return tl::unexpected(
            Error{Text(TS_TEXT("files", "The file shows a run of \"%1\", an experiment that this version of "
                                        "Threadscape does not have."))
                      .arg(recording.result.experiment)});
    return std::shared_ptr<Runner>(
        new Runner(std::make_unique<RecordedRun>(std::move(recording), std::move(*experiment))));
}

} // namespace threadscape
