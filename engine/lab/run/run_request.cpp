#include "lab/run/run_request.h"

#include "lab/run/registry.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace threadscape {

namespace {

tl::expected<Setting*, Error> find(const Experiment& experiment, const std::string& name)
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
    return setting;
}

tl::expected<void, Error> assign(const Experiment& experiment, const std::string& name,
                                 const std::string& text)
{
    const auto setting = find(experiment, name);
    if (!setting)
        return tl::unexpected(setting.error());
    const auto value = parseSetting((*setting)->spec(), text);
    if (!value)
        return tl::unexpected(value.error());
    (*setting)->assign(*value);
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

tl::expected<void, Error> checkSpeed(double speed, const std::string& given)
{
    constexpr double kSlowest = 0.01;
    constexpr double kFastest = 100;
    if (speed >= kSlowest && speed <= kFastest)
        return {};
    return tl::unexpected(Error{Text(TS_TEXT("runner", "speed is %1: it must be a number from %2 to %3."))
                                    .arg(given)
                                    .arg(settingText(kSlowest))
                                    .arg(settingText(kFastest))});
}

tl::expected<SettingValue, Error> speedFrom(const std::string& text)
{
    double speed = 0;
    const char* const end = text.data() + text.size();
    const auto [at, problem] = std::from_chars(text.data(), end, speed);
    if (auto allowed = checkSpeed(problem == std::errc{} && at == end ? speed : 0, text); !allowed)
        return tl::unexpected(allowed.error());
    return speed;
}

Error notLive(const Experiment& experiment, const std::string& name)
{
    std::string live;
    for (const Setting* setting : experiment.settings())
        if (setting->spec().live)
            live += setting->spec().name + ", ";
    return {Text(TS_TEXT("runner", "%1 cannot be changed while the run goes on; these can: %2."))
                .arg(name)
                .arg(live + kSpeedName)};
}

tl::expected<SettingValue, Error> changedValue(const Experiment& experiment, const PlannedChange& change)
{
    if (change.setting == kSpeedName)
        return speedFrom(change.value);
    const auto setting = find(experiment, change.setting);
    if (!setting)
        return tl::unexpected(setting.error());
    if (!(*setting)->spec().live)
        return tl::unexpected(notLive(experiment, change.setting));
    return parseSetting((*setting)->spec(), change.value);
}

/// What the experiment is set to, until it is destroyed: then again.
class Restored {
public:
    explicit Restored(const Experiment& experiment)
    {
        for (Setting* setting : experiment.settings())
            m_values.emplace_back(setting, setting->current());
    }
    ~Restored()
    {
        for (const auto& [setting, value] : m_values)
            setting->assign(value);
    }
    Restored(const Restored&) = delete;
    Restored& operator=(const Restored&) = delete;

private:
    std::vector<std::pair<Setting*, SettingValue>> m_values;
};

double speedOf(const RunRequest& request, const Experiment& experiment)
{
    if (request.speed)
        return *request.speed;
    for (const Preset& preset : experiment.presets())
        if (preset.name == request.preset)
            return preset.speed;
    return 1;
}

} // namespace

double deadlineOf(const RunRequest& request, const Experiment& experiment)
{
    if (const Setting* own = experiment.setting("seconds")) {
        const SettingValue value = own->current();
        if (const auto* n = std::get_if<std::int64_t>(&value))
            return static_cast<double>(*n);
        return std::get<double>(value);
    }
    return request.seconds.value_or(0);
}

tl::expected<std::vector<DueChange>, Error> dueChanges(const RunRequest& request, Experiment& experiment)
{
    constexpr double kLongestS = 86400;
    const double deadlineS = deadlineOf(request, experiment);
    const Restored restored(experiment);
    std::vector<PlannedChange> planned = request.changes;
    std::ranges::stable_sort(planned, {}, &PlannedChange::atS);
    std::vector<DueChange> due;
    for (const PlannedChange& change : planned) {
        if (!(change.atS >= 0 && change.atS <= kLongestS))
            return tl::unexpected(
                Error{Text(TS_TEXT("runner", "%1 is to change at %2 s: it must be a time from 0 s to %3 s."),
                           change.setting, settingText(change.atS), settingText(kLongestS))});
        if (deadlineS > 0 && change.atS >= deadlineS)
            return tl::unexpected(
                Error{Text(TS_TEXT("runner", "%1 is to change at %2 s, but the run ends at %3 s."),
                           change.setting, settingText(change.atS), settingText(deadlineS))});
        auto value = changedValue(experiment, change);
        if (!value)
            return tl::unexpected(value.error());
        if (Setting* const setting = experiment.setting(change.setting))
            setting->assign(*value);
        if (auto broken = experiment.brokenRule())
            return tl::unexpected(*broken);
        due.push_back({std::llround(change.atS * 1e9), change.setting, std::move(*value)});
    }
    return due;
}

std::vector<PlannedChange> asPlanned(const std::vector<SettingChange>& changes)
{
    std::vector<PlannedChange> planned;
    planned.reserve(changes.size());
    for (const SettingChange& change : changes)
        planned.push_back({static_cast<double>(change.atNs) * 1e-9, change.setting, settingText(change.to)});
    return planned;
}

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
    if (request.speed)
        if (auto allowed = checkSpeed(*request.speed, settingText(*request.speed)); !allowed)
            return tl::unexpected(allowed.error());
    (*experiment)->setSpeed(speedOf(request, **experiment));
    if (auto broken = (*experiment)->brokenRule())
        return tl::unexpected(*broken);
    if (auto changes = dueChanges(request, **experiment); !changes)
        return tl::unexpected(changes.error());
    return experiment;
}

} // namespace threadscape
