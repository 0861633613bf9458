#pragma once

#include "async/join_wait.h"
#include "async/result_task.h"

#include <utility>

namespace threadscape {

/// A reference-counted handle of an event loop's task, for its result or its end; the task lives until it has ended and the
/// last handle is gone. Threads: the loop's.
template <typename T>
class TaskHandle {
public:
    explicit TaskHandle(boost::intrusive_ptr<ResultTask<T>> task) noexcept : m_task(std::move(task)) {}

    bool ended() const noexcept { return m_task->ended(); }
    LoopTask::End end() const noexcept { return m_task->end(); }
    /// See LoopTask.
    bool cancel() noexcept { return m_task->cancel(); }
    void whenDone(std::function<void(LoopTask::End)> callback) { m_task->whenDone(std::move(callback)); }
    /// Once ended: the result, or throws what the task threw, or Cancelled.
    T result() { return m_task->take(); }
    ResultTask<T>& node() const noexcept { return *m_task; }

    /// co_await returns the result, or throws what the task threw.
    auto operator co_await() const noexcept
    {
        class Join final : public JoinWait {
        public:
            explicit Join(ResultTask<T>& task) noexcept : JoinWait(&task), m_joined(task) {}
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
    boost::intrusive_ptr<ResultTask<T>> m_task;
};

} // namespace threadscape
