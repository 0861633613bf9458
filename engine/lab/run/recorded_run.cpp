#include "lab/run/recorded_run.h"

#include "lab/run/foreign_trace.h"
#include "lab/run/registry.h"

namespace threadscape {

namespace {

// Another version's experiment may have had other settings, or other limits.
void keepKnown(std::vector<std::pair<std::string, SettingValue>>& settings, const Experiment& experiment)
{
    std::erase_if(settings, [&](const auto& entry) {
        const Setting* setting = experiment.setting(entry.first);
        return setting == nullptr || !checkSetting(setting->spec(), entry.second);
    });
}

} // namespace

tl::expected<std::shared_ptr<const RecordedRun>, Error> RecordedRun::of(Recording recording)
{
    RunResult& result = recording.result;
    tl::expected<std::unique_ptr<Experiment>, Error> experiment;
    if (result.experiment == ForeignTrace::kId)
        experiment = ForeignTrace::of(recording);
    else
        experiment = makeExperiment(result.experiment);
    if (!experiment)
        return tl::unexpected(
            Error{Text(TS_TEXT("files", "The file shows a run of \"%1\", an experiment that this version of "
                                        "Threadscape does not have."))
                      .arg(result.experiment)});
    keepKnown(result.settingsAtStart, **experiment);
    keepKnown(result.settings, **experiment);
    for (const auto& [name, value] : result.settingsAtStart)
        (*experiment)->setting(name)->assign(value);
    Text question = (*experiment)->question();
    for (const auto& [name, value] : result.settings)
        (*experiment)->setting(name)->assign(value);
    (*experiment)->setStudy(result.study);
    return std::make_shared<const RecordedRun>(std::move(recording), std::move(*experiment),
                                               std::move(question));
}

std::optional<RunRequest> RecordedRun::request() const
{
    const RunResult& result = m_recording.result;
    if (result.experiment == ForeignTrace::kId)
        return std::nullopt;
    RunRequest request;
    request.experiment = result.experiment;
    request.preset = result.preset;
    for (const auto& [name, value] : result.settingsAtStart)
        request.settings[name] = settingText(value);
    request.seed = result.seed;
    request.speed = result.speed;
    request.changes = asPlanned(result.changes);
    return request;
}

} // namespace threadscape
