#pragma once

#include "exec/worker_functions.h"

namespace threadscape {

// What experiments have done in worker processes. Each is a constant in the experiment's own file, and declared here by its line in
// the list alone: what the worker program does not know cannot be asked for.
#define THREADSCAPE_WORKER_FUNCTION(kind, name) extern const kind name;
#include "experiments/worker_list.def"
#undef THREADSCAPE_WORKER_FUNCTION

/// All of them, for threadscape-worker.
WorkerFunctions makeWorkerFunctions();

} // namespace threadscape
