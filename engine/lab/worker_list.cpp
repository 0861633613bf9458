#include "lab/worker_list.h"

namespace threadscape {

WorkerFunctions makeWorkerFunctions()
{
    WorkerFunctions all;
#define THREADSCAPE_WORKER_FUNCTION(kind, name) all.add(name);
#include "experiments/worker_list.def"
#undef THREADSCAPE_WORKER_FUNCTION
    return all;
}

} // namespace threadscape
