#pragma once

#include "lab/experiment.h"
#include "record/catalogue.h"

#include <exception>
#include <optional>
#include <string>

namespace threadscape {

inline constexpr Template kNoMemory =
    TS_TEXT("runner", "There was not enough memory for the run. Lower its settings, or end other programs.");

/// Why a run failed, and what to do next, as one sentence. `names`: the run's; `experiment`: as it was set. Threads: any.
Text failureInWords(const std::exception_ptr& failure, const Catalogue& names, const Experiment& experiment);

/// Which process of the run ended without a word, so that `program`, by which it was started, is none of our workers; nullopt:
/// each has answered, or was killed before. Threads: any.
std::optional<Text> silenceInWords(const Catalogue& names, const std::string& program);

} // namespace threadscape
