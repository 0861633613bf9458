#pragma once

#include "lab/experiment.h"
#include "record/catalogue.h"

#include <exception>

namespace threadscape {

/// Why a run failed, and what to do next, as one sentence. `names`: the run's; `experiment`: as it was set. Threads: any.
Text failureInWords(const std::exception_ptr& failure, const Catalogue& names, const Experiment& experiment);

} // namespace threadscape
