#pragma once

#include "async/loop_task.h"
#include "async/task.h"

#include <optional>
#include <type_traits>

namespace threadscape {

/// A task of an event loop with a result. No std::optional for void.
template <typename T>
class ResultTask final : public LoopTask {
public:
    ResultTask(EventLoop& loop, Task<T> work, const std::string& name, const std::string& group)
        : LoopTask(loop, name, group), m_work(std::move(work))
    {
    }

    /// Once done. Throws what throwFailure throws.
    T take()
    {
        throwFailure();
        if constexpr (!std::is_void_v<T>)
            return std::move(*m_result);
    }

private:
    using Kept = std::conditional_t<std::is_void_v<T>, bool, T>;

    std::coroutine_handle<> frame() const noexcept override { return m_work->frame(); }
    void takeResult() override
    {
        Task<T> work = std::move(*m_work);
        m_work.reset();
        if constexpr (std::is_void_v<T>)
            work.result();
        else
            m_result.emplace(work.result());
    }
    void dropFrame() noexcept override { m_work.reset(); }

    std::optional<Task<T>> m_work;
    std::optional<Kept> m_result;
};

} // namespace threadscape
