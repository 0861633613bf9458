#pragma once

#include "lab/run/run.h"

#include <QString>

namespace threadscape {

/// Configuration of a run, or of the next.
struct RunSettings {
    using Values = std::vector<std::pair<std::string, SettingValue>>;
    std::string preset;
    Values atStart;
    Values atEnd; ///< or now: differ from those at the start if a live setting was changed
    std::uint64_t seed = 1;
    double speed = 1;
};
RunSettings settingsOf(const RunResult& result);
/// The experiment's current values.
RunSettings::Values valuesOf(const Experiment& experiment);

/// The differences of `to` from the run, both of one experiment: "withdrawers 10 → 20, notify all → one"; without any,
/// "the same settings".
QString differenceInWords(const Run& run, const RunSettings& to);

} // namespace threadscape
