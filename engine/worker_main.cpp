#include "exec/worker.h"
#include "lab/worker_list.h"

int main(int argc, char** argv)
{
    const std::vector<std::string_view> arguments(argv + (argc > 0 ? 1 : 0), argv + argc);
    return threadscape::runWorker(arguments, threadscape::makeWorkerFunctions());
}
