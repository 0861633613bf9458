#pragma once

#include "lab/run/result.h"

#include <memory>

namespace threadscape {

class Experiment;
class Trace;

/// A run that can be looked at: also after the next one has started.
struct ShownRun {
    std::shared_ptr<const Trace> trace;
    std::shared_ptr<const Experiment> experiment; ///< keeps the run alive
    double plannedSeconds = 0;                    ///< 0: not known
    int cores = 0;                                ///< of the machine that it runs or ran on; 0: not known
    RunResult result;                             ///< as of when this was taken
};

} // namespace threadscape
