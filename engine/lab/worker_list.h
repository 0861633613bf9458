#pragma once

#include "exec/worker_functions.h"

namespace threadscape {

// Functions that experiments run in worker processes. Each is a constant in the experiment's own file, and declared here only
// by its line in the list: a function unknown to the worker program cannot be requested.
#define THREADSCAPE_WORKER_FUNCTION(kind, name) extern const kind name;
#include "experiments/worker_list.def"
#undef THREADSCAPE_WORKER_FUNCTION

/// All of them, for threadscape-worker.
WorkerFunctions makeWorkerFunctions();

} // namespace threadscape
