#pragma once

#include "sync/runtime.h"
#include "sync/seam.h"
#include "sync/stopped.h"
#include "sync/wait_span.h"

#include <atomic>
#include <exception>
#include <memory>
#include <optional>
#include <type_traits>
#include <utility>

namespace threadscape {

/// What can become of a task.
enum class TaskState : std::uint8_t { pending, running, done, failed };

/// A task and its result in one allocation, shared by the future and the pool's queue.
class TaskNode {
public:
    explicit TaskNode(ObjectId pool) noexcept : m_pool(pool) {}
    TaskNode(const TaskNode&) = delete;
    TaskNode& operator=(const TaskNode&) = delete;
    virtual ~TaskNode() = default;

    void addReference() noexcept { m_references.fetch_add(1, std::memory_order_relaxed); }
    void release() noexcept
    {
        // The last one out needs no read-modify-write.
        if (m_references.load(std::memory_order_acquire) == 1 ||
            m_references.fetch_sub(1, std::memory_order_acq_rel) == 1)
            delete this;
    }

    /// Runs the task and tells who waits. Passes Stopped on, after giving it to the future. Threads: a worker's.
    void execute(Actor& worker);
    /// Ends a task that will not run.
    void abandon(std::exception_ptr why, TrackId by) noexcept;

    TaskState state() const noexcept
    {
        return static_cast<TaskState>(m_word.load(std::memory_order_acquire) & kStateMask);
    }
    /// Waits for the end. Throws Stopped.
    void wait();
    std::exception_ptr failure() const noexcept { return m_failure; } ///< once ended

    TaskNode* next = nullptr; ///< in the queue that holds it

protected:
    virtual void invoke() = 0;

private:
    static constexpr std::uint32_t kStateMask = 3;
    static constexpr std::uint32_t kAwaited = 4;

    void end(TaskState state, TrackId by) noexcept;

    std::atomic<std::uint32_t> m_references{2};
    std::atomic<std::uint32_t> m_word{0};
    ObjectId m_pool;
    std::exception_ptr m_failure;
    WaitQueue m_waiters;
};

/// A task whose result is a T. Without std::optional for void.
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
    CallableNode(ObjectId pool, C&& callable)
        : ResultNode<std::invoke_result_t<Callable&>>(pool), m_callable(std::forward<C>(callable))
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

/// The result of a task that may not have run yet. Moves, does not copy.
/// Threads: one at a time; get and wait by an actor's.
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
    bool ready() const noexcept { return state() == TaskState::done || state() == TaskState::failed; }

    /// Waits for the task to end, without its result. Throws Stopped.
    void wait() { m_node->wait(); }
    /// Waits, and returns the result or throws what the task threw. Throws Stopped.
    T get()
    {
        m_node->wait();
        if (m_node->failure())
            std::rethrow_exception(m_node->failure());
        if constexpr (!std::is_void_v<T>)
            return std::move(*m_node->result);
    }

private:
    ResultNode<T>* m_node = nullptr;
};

} // namespace threadscape
