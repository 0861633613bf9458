#include "exec/worker_functions.h"

#include "exec/daemon_threads.h"
#include "exec/pool_protocol.h"
#include "exec/team_protocol.h"

#include <algorithm>
#include <cassert>
#include <stdexcept>
#include <string>

namespace threadscape {

namespace {

template <typename Entry>
typename Entry::Function find(const std::vector<Entry>& entries, std::string_view name) noexcept
{
    const auto found = std::ranges::find(entries, name, &Entry::name);
    return found == entries.end() ? nullptr : found->function;
}

template <typename Entry>
typename Entry::Function findOrThrow(const std::vector<Entry>& entries, std::string_view name)
{
    const typename Entry::Function function = find(entries, name);
    if (function == nullptr)
        throw std::out_of_range("the worker knows no function " + std::string(name));
    return function;
}

template <typename Entry>
void addTo(std::vector<Entry>& entries, const Entry& entry)
{
    assert(find(entries, entry.name) == nullptr);
    entries.push_back(entry);
}

} // namespace

WorkerFunctions::WorkerFunctions()
{
    add(kPoolWorkerTask);
    add(kTeamWorkerTask);
    add(kDaemonThreadsTask);
}

void WorkerFunctions::add(const WorkerTask& task)
{
    addTo(m_tasks, task);
}

void WorkerFunctions::add(const RemoteFunction& function)
{
    addTo(m_remoteFunctions, function);
}

void WorkerFunctions::add(const TeamJob& job)
{
    addTo(m_teamJobs, job);
}

WorkerTask::Function WorkerFunctions::task(std::string_view name) const noexcept
{
    return find(m_tasks, name);
}

RemoteFunction::Function WorkerFunctions::remoteFunction(std::string_view name) const
{
    return findOrThrow(m_remoteFunctions, name);
}

TeamJob::Function WorkerFunctions::teamJob(std::string_view name) const
{
    return findOrThrow(m_teamJobs, name);
}

} // namespace threadscape
