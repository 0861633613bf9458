#include "support/worker_programs.h"

#include "os/child_process.h"

#include <cstdlib>

namespace threadscape {

std::string productWorker()
{
    return helperProgram("THREADSCAPE_PRODUCT_WORKER", "threadscape-worker");
}

std::string testWorker()
{
    return helperProgram("THREADSCAPE_TEST_WORKER", "threadscape-test-worker");
}

void useTestWorker()
{
    ::setenv("THREADSCAPE_WORKER", testWorker().c_str(), 1);
}

} // namespace threadscape
