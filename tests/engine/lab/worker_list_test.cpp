#include "lab/worker_list.h"

#include <gtest/gtest.h>

namespace threadscape {
namespace {

WorkerTask::Function known(const WorkerFunctions& functions, const WorkerTask& task)
{
    return functions.task(task.name);
}

RemoteFunction::Function known(const WorkerFunctions& functions, const RemoteFunction& function)
{
    return functions.remoteFunction(function.name);
}

TeamJob::Function known(const WorkerFunctions& functions, const TeamJob& job)
{
    return functions.teamJob(job.name);
}

TEST(WorkerList, TheWorkerKnowsEachByANameOfItsOwn)
{
    const WorkerFunctions functions = makeWorkerFunctions();
#define THREADSCAPE_WORKER_FUNCTION(kind, name)                                                              \
    EXPECT_NE(name.function, nullptr) << #name;                                                              \
    EXPECT_EQ(known(functions, name), name.function) << #name;
#include "experiments/worker_list.def"
#undef THREADSCAPE_WORKER_FUNCTION
}

} // namespace
} // namespace threadscape
