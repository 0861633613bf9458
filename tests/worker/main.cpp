// The worker of the tests: threadscape-worker, and what only tests have done in worker processes.
#include "exec/worker.h"
#include "lab/worker_list.h"
#include "support/worker_trials.h"

int main(int argc, char** argv)
{
    const std::vector<std::string_view> arguments(argv + (argc > 0 ? 1 : 0), argv + argc);
    threadscape::WorkerFunctions functions = threadscape::makeWorkerFunctions();
    threadscape::addTrials(functions);
    return threadscape::runWorker(arguments, functions);
}
