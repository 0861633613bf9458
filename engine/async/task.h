#pragma once

#include <coroutine>
#include <exception>
#include <optional>
#include <utility>

namespace threadscape {

template <typename T>
class Task;

namespace task_detail {

/// The promise of a coroutine that returns a Task.
class Promise {
public:
    /// At its end resumes its awaiter, without growing the stack.
    struct GoOn {
        bool await_ready() const noexcept { return false; }
        template <typename P>
        std::coroutine_handle<> await_suspend(std::coroutine_handle<P> ended) const noexcept
        {
            return ended.promise().m_awaitedBy;
        }
        void await_resume() const noexcept {}
    };

    std::suspend_always initial_suspend() const noexcept { return {}; }
    GoOn final_suspend() const noexcept { return {}; }
    void unhandled_exception() noexcept { m_failure = std::current_exception(); }
    void setAwaitedBy(std::coroutine_handle<> awaiting) noexcept { m_awaitedBy = awaiting; }

protected:
    void throwFailure() const
    {
        if (m_failure)
            std::rethrow_exception(m_failure);
    }

private:
    std::coroutine_handle<> m_awaitedBy =
        std::noop_coroutine(); // an event loop resumed it, and checks whether it is done
    std::exception_ptr m_failure;
};

template <typename T>
class ValuePromise final : public Promise {
public:
    Task<T> get_return_object() noexcept;
    template <typename U>
    void return_value(U&& value)
    {
        m_value.emplace(std::forward<U>(value));
    }
    T result()
    {
        throwFailure();
        return std::move(*m_value);
    }

private:
    std::optional<T> m_value;
};

template <>
class ValuePromise<void> final : public Promise {
public:
    Task<void> get_return_object() noexcept;
    void return_void() const noexcept {}
    void result() const { throwFailure(); }
};

} // namespace task_detail

/// A coroutine with a result, as `async def` makes one in Python: lazy until it is awaited, or an EventLoop makes a concurrent
/// task of it. Exceptions propagate to its awaiter. It owns its frame; movable, not copyable. Arguments must outlive it,
/// including the captures of a temporary lambda.
/// Threads: one, its event loop's.
template <typename T = void>
class [[nodiscard]] Task {
public:
    using promise_type = task_detail::ValuePromise<T>;

    explicit Task(std::coroutine_handle<promise_type> frame) noexcept : m_frame(frame) {}
    Task(Task&& other) noexcept : m_frame(std::exchange(other.m_frame, nullptr)) {}
    Task& operator=(Task&& other) noexcept
    {
        std::swap(m_frame, other.m_frame);
        return *this;
    }
    ~Task()
    {
        if (m_frame)
            m_frame.destroy();
    }
    Task(const Task&) = delete;
    Task& operator=(const Task&) = delete;

    // Awaiting it from another coroutine: it begins at once, as a part of the same task of the loop.
    bool await_ready() const noexcept { return false; }
    std::coroutine_handle<> await_suspend(std::coroutine_handle<> awaiting) noexcept
    {
        m_frame.promise().setAwaitedBy(awaiting);
        return m_frame;
    }
    T await_resume() { return m_frame.promise().result(); }

    // For an event loop.
    std::coroutine_handle<> frame() const noexcept { return m_frame; }
    bool done() const noexcept { return m_frame.done(); }
    /// Once done: the result, or what it threw.
    T result() { return m_frame.promise().result(); }

private:
    std::coroutine_handle<promise_type> m_frame;
};

namespace task_detail {

template <typename T>
Task<T> ValuePromise<T>::get_return_object() noexcept
{
    return Task<T>(std::coroutine_handle<ValuePromise>::from_promise(*this));
}

inline Task<void> ValuePromise<void>::get_return_object() noexcept
{
    return Task<void>(std::coroutine_handle<ValuePromise>::from_promise(*this));
}

} // namespace task_detail

} // namespace threadscape
