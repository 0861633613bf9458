#pragma once

#include "async/event_loop.h"
#include "async/task_handle.h"

#include <tuple>
#include <vector>

namespace threadscape {

/// Waits until all of several tasks have ended, or one of them has failed or was cancelled: the others then continue.
class GatherWait : public Suspension, public EndWaiter {
protected:
    using Tasks = std::vector<boost::intrusive_ptr<LoopTask>>;

    GatherWait(EventLoop& loop, Tasks tasks)
        : Suspension(loop, State::join, kNoObject), m_tasks(std::move(tasks))
    {
    }
    ~GatherWait() { leave(); }

    bool over() override;
    void begin() override;
    void ended(const LoopTask& task) noexcept override;
    /// As in Python: cancelling the waiting task cancels them.
    void cancel() noexcept override;
    void giveUp() noexcept override;
    /// Must be called first when the task resumes: rethrows the exception of the first that failed or was cancelled.
    void goOnOrThrow();

private:
    void leave() noexcept;

    Tasks m_tasks;
    std::size_t m_left = 0;
};

/// co_await gives the results in the order of the tasks (of tasks without results nothing).
template <typename T>
class Gathered final : public GatherWait {
public:
    Gathered(EventLoop& loop, std::vector<TaskHandle<T>> handles)
        : GatherWait(loop, nodesOf(handles)), m_handles(std::move(handles))
    {
    }

    auto await_resume()
    {
        goOnOrThrow();
        if constexpr (!std::is_void_v<T>) {
            std::vector<T> results;
            results.reserve(m_handles.size());
            for (TaskHandle<T>& handle : m_handles)
                results.push_back(handle.result());
            return results;
        }
    }

private:
    static Tasks nodesOf(const std::vector<TaskHandle<T>>& handles)
    {
        Tasks nodes;
        nodes.reserve(handles.size());
        for (const TaskHandle<T>& handle : handles)
            nodes.emplace_back(&handle.node());
        return nodes;
    }

    std::vector<TaskHandle<T>> m_handles;
};

/// The same for tasks with results of several kinds: co_await gives a tuple.
template <typename... T>
class GatheredAll final : public GatherWait {
public:
    GatheredAll(EventLoop& loop, TaskHandle<T>... handles)
        : GatherWait(loop, Tasks{boost::intrusive_ptr<LoopTask>(&handles.node())...}),
          m_handles(std::move(handles)...)
    {
    }

    std::tuple<T...> await_resume()
    {
        goOnOrThrow();
        return std::apply([](auto&... handle) { return std::tuple<T...>(handle.result()...); }, m_handles);
    }

private:
    std::tuple<TaskHandle<T>...> m_handles;
};

template <typename T>
Gathered<T> gather(EventLoop& loop, std::vector<TaskHandle<T>> tasks)
{
    return Gathered<T>(loop, std::move(tasks));
}

template <typename... T>
GatheredAll<T...> gather(EventLoop& loop, TaskHandle<T>... tasks)
{
    return GatheredAll<T...>(loop, std::move(tasks)...);
}

} // namespace threadscape
