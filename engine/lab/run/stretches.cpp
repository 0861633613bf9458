#include "lab/run/stretches.h"

#include <algorithm>

namespace threadscape {

namespace {

RunStretch asStarted(const Experiment& experiment, const StartSettings& start)
{
    RunStretch stretch;
    stretch.speed = start.speed;
    for (const auto& [name, value] : start.settings)
        if (const Setting* const setting = experiment.setting(name);
            setting != nullptr && setting->spec().live)
            stretch.settings.emplace_back(name, value);
    return stretch;
}

void apply(const SettingChange& change, RunStretch& stretch)
{
    if (change.setting == kSpeedName)
        stretch.speed = std::get<double>(change.to);
    for (auto& [name, value] : stretch.settings)
        if (name == change.setting)
            value = change.to;
}

} // namespace

std::vector<RunStretch> stretchesOf(const Experiment& experiment, const StartSettings& start,
                                    const std::vector<ChangeLog::Settled>& changes, std::int64_t nowNs)
{
    std::vector<RunStretch> stretches;
    if (changes.empty())
        return stretches;
    RunStretch stretch = asStarted(experiment, start);
    std::vector<Reading> before;
    const auto end = [&](std::int64_t atNs, const std::vector<Reading>& after) {
        stretch.toNs = std::max(atNs, stretch.fromNs);
        stretch.findings = experiment.findingsWithin({stretch.fromNs, stretch.toNs}, before, after);
        stretches.push_back(stretch);
        stretch.fromNs = stretch.toNs;
        before = after;
    };
    for (const auto& [change, ticks, readings] : changes) {
        if (change.atNs - stretch.fromNs >= kAtOnceNs)
            end(change.atNs, readings);
        apply(change, stretch);
    }
    end(nowNs, experiment.readings());
    return stretches;
}

} // namespace threadscape
