#pragma once

#include "exec/remote_function.h"
#include "exec/team_job.h"
#include "exec/worker_task.h"

#include <string_view>
#include <vector>

namespace threadscape {

/// All functions of a worker program: the table that its main function fills and passes to runWorker. Initially it holds the
/// tasks of this folder: a pool's worker, a team's member, a program with daemon threads.
/// Threads: one while filling it, then any.
class WorkerFunctions {
public:
    WorkerFunctions();

    /// Precondition: none of the same kind and name exists.
    void add(const WorkerTask& task);
    void add(const RemoteFunction& function);
    void add(const TeamJob& job);

    /// nullptr if there is none of that name.
    WorkerTask::Function task(std::string_view name) const noexcept;
    /// Throw std::out_of_range if there is none of that name.
    RemoteFunction::Function remoteFunction(std::string_view name) const;
    TeamJob::Function teamJob(std::string_view name) const;

private:
    std::vector<WorkerTask> m_tasks;
    std::vector<RemoteFunction> m_remoteFunctions;
    std::vector<TeamJob> m_teamJobs;
};

} // namespace threadscape
