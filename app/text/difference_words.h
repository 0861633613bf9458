#pragma once

#include "lab/run/run.h"

#include <QString>

namespace threadscape {

/// What a run was made with, or the next will be.
struct RunSettings {
    using Values = std::vector<std::pair<std::string, SettingValue>>;
    std::string preset;
    Values atStart;
    Values atEnd; ///< or by now: others than at the start where a live setting was moved
    std::uint64_t seed = 1;
    double speed = 1;
};
RunSettings settingsOf(const RunResult& result);
/// Those of the experiment now, for its start and its end.
RunSettings::Values valuesOf(const Experiment& experiment);

/// What differs in `to` from the run, both of one experiment: "withdrawers 10 → 20, notify all → one"; when nothing
/// does, "the same settings".
QString differenceInWords(const Run& run, const RunSettings& to);

} // namespace threadscape
