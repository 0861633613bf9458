#pragma once

#include "exec/remote_function.h"
#include "exec/team_job.h"
#include "exec/worker_task.h"

#include <string_view>
#include <vector>

namespace threadscape {

/// All that a worker program can be asked to do: the table that its main function fills and hands to runWorker. At first it holds
/// the tasks of this room: a pool's worker, a team's member, a program with daemon threads.
/// Threads: one while it is filled, then any.
class WorkerFunctions {
public:
    WorkerFunctions();

    /// Precondition, of each: there is none of its kind and name yet.
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
