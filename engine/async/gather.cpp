#include "async/gather.h"

#include <algorithm>

namespace threadscape {

bool GatherWait::over()
{
    return std::ranges::all_of(m_tasks, [](const auto& task) { return task->ended(); }) ||
           std::ranges::any_of(m_tasks, [](const auto& task) {
               return task->end() == LoopTask::End::failed || task->end() == LoopTask::End::cancelled;
           });
}

void GatherWait::begin()
{
    setObject(loop().groupObject(m_tasks));
    for (const auto& task : m_tasks)
        if (!task->ended()) {
            task->addWaiter(*this);
            ++m_left;
        }
}

void GatherWait::ended(const LoopTask& task) noexcept
{
    if (--m_left == 0 || task.end() != LoopTask::End::done)
        complete(task.track());
}

void GatherWait::cancel() noexcept
{
    for (const auto& task : m_tasks)
        task->cancel();
}

void GatherWait::giveUp() noexcept
{
    leave();
    complete(kNoTrack, WaitEnd::stopped);
}

void GatherWait::leave() noexcept
{
    for (const auto& task : m_tasks)
        task->removeWaiter(*this);
}

void GatherWait::goOnOrThrow()
{
    goOn();
    for (const auto& task : m_tasks)
        if (task->ended() && task->end() != LoopTask::End::done)
            task->throwFailure();
}

} // namespace threadscape
