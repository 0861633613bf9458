#pragma once

#include "lab/run/result.h"

#include <string>

namespace threadscape {

/// A run's result as its JSON file: every key of the contract, whatever the experiment. "settings" and "speed" are those at the
/// start, "changes" what was changed while it ran, "stretches" the findings between changes. Settings and findings keep their types;
/// NaN and infinities are null. `answer` is the answer in the reader's language.
/// Any thread.
std::string resultJson(const RunResult& result, const std::string& answer);

/// All experiments with their presets and settings, as JSON. Any thread.
std::string listJson();

} // namespace threadscape
