#include "lab/run/run_request.h"

#include "lab/run/registry.h"

#include <algorithm>

namespace threadscape {

namespace {

tl::expected<void, Error> assign(Experiment& experiment, const std::string& name, const std::string& text)
{
    Setting* const setting = experiment.setting(name);
    if (setting == nullptr) {
        std::vector<std::string> names;
        std::string known;
        for (const Setting* s : experiment.settings()) {
            names.push_back(s->spec().name);
            known += (known.empty() ? "" : ", ") + names.back();
        }
        const std::string meant = nearestWord(name, names);
        if (!meant.empty())
            return tl::unexpected(
                Error{Text(TS_TEXT("runner",
                                   "The experiment %1 has no setting \"%2\": did you mean %3? It has %4."))
                          .arg(experiment.id())
                          .arg(name)
                          .arg(meant)
                          .arg(known)});
        return tl::unexpected(
            Error{Text(TS_TEXT("runner", "The experiment %1 has no setting \"%2\": it has %3."))
                      .arg(experiment.id())
                      .arg(name)
                      .arg(known)});
    }
    const auto value = parseSetting(setting->spec(), text);
    if (!value)
        return tl::unexpected(value.error());
    setting->assign(*value);
    return {};
}

tl::expected<void, Error> applyPreset(Experiment& experiment, const std::string& name)
{
    const std::vector<Preset> presets = experiment.presets();
    const auto found = std::find_if(presets.begin(), presets.end(),
                                    [&](const Preset& preset) { return preset.name == name; });
    if (found == presets.end()) {
        std::vector<std::string> names;
        std::string known;
        for (const Preset& preset : presets) {
            names.push_back(preset.name);
            known += (known.empty() ? "" : ", ") + preset.name;
        }
        const std::string meant = nearestWord(name, names);
        if (!meant.empty())
            return tl::unexpected(
                Error{Text(TS_TEXT("runner", "%1 has no preset \"%2\": did you mean %3? It has %4."))
                          .arg(experiment.id())
                          .arg(name)
                          .arg(meant)
                          .arg(known)});
        return tl::unexpected(Error{Text(TS_TEXT("runner", "%1 has no preset \"%2\": it has %3."))
                                        .arg(experiment.id())
                                        .arg(name)
                                        .arg(known)});
    }
    for (const auto& [setting, value] : found->settings)
        if (auto assigned = assign(experiment, setting, value); !assigned)
            return assigned;
    return {};
}

} // namespace

tl::expected<std::unique_ptr<Experiment>, Error> configure(const RunRequest& request)
{
    auto experiment = makeExperiment(request.experiment);
    if (!experiment)
        return experiment;
    if (auto applied = applyPreset(**experiment, request.preset); !applied)
        return tl::unexpected(applied.error());
    for (const auto& [name, value] : request.settings)
        if (auto assigned = assign(**experiment, name, value); !assigned)
            return tl::unexpected(assigned.error());
    if (request.seconds) {
        // For an experiment with a setting for its duration, it is that setting, with its limits.
        if (Setting* const own = (*experiment)->setting("seconds")) {
            const SettingValue value = own->spec().type == SettingType::integer
                                           ? SettingValue(static_cast<std::int64_t>(*request.seconds))
                                           : SettingValue(*request.seconds);
            if (auto allowed = checkSetting(own->spec(), value); !allowed)
                return tl::unexpected(allowed.error());
            own->assign(value);
        } else if (!(*request.seconds >= 0)) {
            return tl::unexpected(
                Error{TS_TEXT("runner", "seconds must be 0 (until stopped) or a number greater than 0.")});
        }
    }
    constexpr double kSlowest = 0.01;
    constexpr double kFastest = 100;
    if (request.speed && !(*request.speed >= kSlowest && *request.speed <= kFastest))
        return tl::unexpected(Error{Text(TS_TEXT("runner", "speed is %1: it must be a number from %2 to %3."))
                                        .arg(settingText(*request.speed))
                                        .arg(settingText(kSlowest))
                                        .arg(settingText(kFastest))});
    if (auto broken = (*experiment)->brokenRule())
        return tl::unexpected(*broken);
    return experiment;
}

} // namespace threadscape
