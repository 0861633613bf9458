#pragma once

#include "base/text.h"
#include "lab/experiment.h"
#include "lab/run/run_request.h"

#include <vector>

namespace threadscape {

/// What is to be known of numbers that are of a whole run, in which settings were changed. Precondition: there is a change.
/// Threads: any.
Text changesInWords(const std::vector<SettingChange>& changes, const Experiment& experiment);

/// That the run ended before its planned changes from `first` on, `count` of them, were made. Threads: any.
Text notMadeInWords(const DueChange& first, std::size_t count);

} // namespace threadscape
