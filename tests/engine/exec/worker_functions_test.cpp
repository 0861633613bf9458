#include "exec/worker_functions.h"

#include "exec/daemon_threads.h"
#include "exec/pool_protocol.h"
#include "exec/team_protocol.h"
#include "support/worker_trials.h"

#include <gtest/gtest.h>
#include <stdexcept>

namespace threadscape {
namespace {

TEST(WorkerFunctions, BeginWithThoseOfExec)
{
    const WorkerFunctions functions;
    for (const WorkerTask& task : {kPoolWorkerTask, kTeamWorkerTask, kDaemonThreadsTask})
        EXPECT_EQ(functions.task(task.name), task.function) << task.name;
}

TEST(WorkerFunctions, FindWhatWasAddedByKindAndName)
{
    WorkerFunctions functions;
    EXPECT_EQ(functions.task(kTrialExit.name), nullptr);
    addTrials(functions);
    EXPECT_EQ(functions.task(kTrialExit.name), kTrialExit.function);
    EXPECT_EQ(functions.remoteFunction(kTrialAdd.name), kTrialAdd.function);
    EXPECT_EQ(functions.teamJob(kTrialSum.name), kTrialSum.function);
    EXPECT_EQ(functions.task(kTrialAdd.name), nullptr);
    EXPECT_EQ(functions.task(""), nullptr);
}

TEST(WorkerFunctions, ASentenceNamesWhatIsNotThere)
{
    const WorkerFunctions functions;
    try {
        functions.remoteFunction("dance");
        ADD_FAILURE() << "it was found";
    } catch (const std::out_of_range& failure) {
        EXPECT_STREQ(failure.what(), "the worker knows no function dance");
    }
    EXPECT_THROW(functions.teamJob("dance"), std::out_of_range);
}

} // namespace
} // namespace threadscape
