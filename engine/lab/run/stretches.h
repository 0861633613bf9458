#pragma once

#include "lab/experiment.h"
#include "lab/run/change_log.h"

namespace threadscape {

/// What was set when a run began.
struct StartSettings {
    std::vector<std::pair<std::string, SettingValue>> settings;
    double speed = 1;
};

/// The parts of a run between the changes of its settings, each with the findings of its own data; empty without a change.
/// Changes within kAtOnceNs of each other begin one part together. `nowNs`: the run's end, or now. Threads: any.
std::vector<RunStretch> stretchesOf(const Experiment& experiment, const StartSettings& start,
                                    const std::vector<ChangeLog::Settled>& changes, std::int64_t nowNs);
inline constexpr std::int64_t kAtOnceNs = 50'000'000;

} // namespace threadscape
