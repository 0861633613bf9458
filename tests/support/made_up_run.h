#pragma once

#include "lab/run/run.h"

#include <functional>
#include <memory>

namespace threadscape::samples {

/// A fake run: shows a given trace as a given experiment's, whose findings are the run's.
std::shared_ptr<const Run> runOf(std::shared_ptr<const Trace> trace,
                                 std::shared_ptr<const Experiment> experiment, double plannedSeconds = 0,
                                 int cores = 0);

/// The same run with another result.
std::shared_ptr<const Run> withResult(const std::shared_ptr<const Run>& run,
                                      const std::function<void(RunResult&)>& change);

} // namespace threadscape::samples
