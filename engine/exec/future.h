#pragma once

#include "exec/task_node.h"

#include <optional>
#include <type_traits>
#include <utility>

namespace threadscape {

/// A task with a result of type T. No std::optional for void.
template <typename T>
class ResultNode : public TaskNode {
public:
    using TaskNode::TaskNode;
    std::optional<T> result;
};
template <>
class ResultNode<void> : public TaskNode {
public:
    using TaskNode::TaskNode;
};

template <typename Callable>
class CallableNode final : public ResultNode<std::invoke_result_t<Callable&>> {
public:
    template <typename C>
    CallableNode(ObjectId pool, TaskName name, C&& callable)
        : ResultNode<std::invoke_result_t<Callable&>>(pool, name), m_callable(std::forward<C>(callable))
    {
    }

private:
    void invoke() override
    {
        if constexpr (std::is_void_v<std::invoke_result_t<Callable&>>)
            m_callable();
        else
            this->result.emplace(m_callable());
    }
    Callable m_callable;
};

/// The result of a task that may not have run yet: like Python's concurrent.futures.Future. Movable, not copyable. Threads: one
/// at a time, an actor's.
template <typename T>
class Future {
public:
    Future() = default;
    explicit Future(ResultNode<T>* node) noexcept : m_node(node) {}
    Future(Future&& other) noexcept : m_node(std::exchange(other.m_node, nullptr)) {}
    Future& operator=(Future&& other) noexcept
    {
        std::swap(m_node, other.m_node);
        return *this;
    }
    ~Future()
    {
        if (m_node != nullptr)
            m_node->release();
    }
    Future(const Future&) = delete;
    Future& operator=(const Future&) = delete;

    TaskState state() const noexcept { return m_node->state(); }
    bool ready() const noexcept { return hasEnded(state()); }
    /// The task's number in its pool, from 1.
    std::uint32_t number() const noexcept { return m_node->number(); }
    /// The pool's id in the trace.
    ObjectId pool() const noexcept { return m_node->pool(); }

    /// Blocks until the task has ended. Throws Stopped.
    void wait() { m_node->wait(); }
    /// Blocks; returns the result, or throws what the task threw, or Cancelled. Throws Stopped.
    T get()
    {
        m_node->wait();
        m_node->throwFailure();
        if constexpr (!std::is_void_v<T>)
            return std::move(*m_node->result);
    }

    /// Cancels the task unless it has begun. False: it runs, or has ended (also when cancelled earlier).
    bool cancel() { return m_node->cancel(); }
    /// Ends the task unless it has begun, for an owner whom the run's stop unwinds: see TaskNode::abandon.
    void abandon() noexcept { m_node->abandon(); }

    /// `callback(TaskState)` is called once: by the thread that ends the task, or immediately if it has ended. Callbacks run in
    /// the order of registration. It should be short and must not block. What it throws is
    /// printed into the run's log; other callbacks and the pool are not affected.
    void whenDone(TaskNode::Callback callback) { m_node->whenDone(std::move(callback)); }

private:
    ResultNode<T>* m_node = nullptr;
};

} // namespace threadscape
