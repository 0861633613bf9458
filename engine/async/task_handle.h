#pragma once

#include "async/loop_task.h"
#include "async/suspension.h"

#include <utility>

namespace threadscape {

/// Waits for the end of a task.
class JoinWait : public Suspension, public EndWaiter {
protected:
    explicit JoinWait(LoopTask& awaited) noexcept
        : Suspension(awaited.loop(), State::join, kNoObject), m_awaited(awaited)
    {
    }
    ~JoinWait() = default;

    bool over() override { return m_awaited.ended(); }
    void begin() override
    {
        setObject(m_awaited.object());
        m_awaited.addWaiter(*this);
    }
    void ended(const LoopTask& task) noexcept override { complete(task.track()); }
    void cancel() noexcept override { m_awaited.cancel(); }

private:
    LoopTask& m_awaited;
};

/// The task that an event loop made of a coroutine, for those who want its result or its end. Moves, does not copy.
/// Threads: the loop's.
template <typename T>
class TaskHandle {
public:
    TaskHandle() = default;
    explicit TaskHandle(LoopTask& task) noexcept : m_task(static_cast<ResultTask<T>*>(&task))
    {
        m_task->addReference();
    }
    TaskHandle(TaskHandle&& other) noexcept : m_task(std::exchange(other.m_task, nullptr)) {}
    TaskHandle& operator=(TaskHandle&& other) noexcept
    {
        std::swap(m_task, other.m_task);
        return *this;
    }
    ~TaskHandle()
    {
        if (m_task != nullptr)
            m_task->release();
    }
    TaskHandle(const TaskHandle&) = delete;
    TaskHandle& operator=(const TaskHandle&) = delete;

    bool ended() const noexcept { return m_task->ended(); }
    LoopTask::End end() const noexcept { return m_task->end(); }
    /// See LoopTask.
    bool cancel() noexcept { return m_task->cancel(); }
    void whenDone(std::function<void(LoopTask::End)> callback) { m_task->whenDone(std::move(callback)); }
    /// Once ended: the result, or throws what the task threw, or Cancelled.
    T result() { return m_task->take(); }
    ResultTask<T>& node() const noexcept { return *m_task; }

    /// co_await gives the result, or throws what the task threw.
    auto operator co_await() const noexcept
    {
        class Join final : public JoinWait {
        public:
            explicit Join(ResultTask<T>& task) noexcept : JoinWait(task), m_joined(task) {}
            T await_resume()
            {
                goOn();
                return m_joined.take();
            }

        private:
            ResultTask<T>& m_joined;
        };
        return Join(*m_task);
    }

private:
    ResultTask<T>* m_task = nullptr;
};

} // namespace threadscape
