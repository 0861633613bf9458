#pragma once

#include "exec/future.h"
#include "exec/worker_arguments.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace threadscape {

class WorkerContext;

/// What a task of a ProcessPool calls in the worker process: packArguments of its result. What it throws arrives at the
/// future as RemoteFailure. Threads: the worker's main one.
using RemoteFunction = std::vector<std::byte> (*)(WorkerContext& context,
                                                  std::span<const std::byte> arguments);

/// The place of the function of that name in remote_list.def, which this program and threadscape-worker share; nothing if there
/// is none. Any thread.
std::optional<std::uint16_t> findRemoteFunction(std::string_view name) noexcept;
/// nullptr beyond the last one.
RemoteFunction remoteFunctionAt(std::size_t index) noexcept;

/// What a remote function threw, in its words.
class RemoteFailure final : public std::exception {
public:
    explicit RemoteFailure(std::string what) : m_what(std::move(what)) {}
    const char* what() const noexcept override { return m_what.c_str(); }

private:
    std::string m_what;
};

/// A task that another process does.
class RemoteCall {
public:
    /// Called by who is about to wait for it. Throws Stopped.
    using Help = void (*)(void* pool, Actor& waiter, RemoteCall& call);

    RemoteCall(std::uint16_t function, std::vector<std::byte> arguments, void* pool, Help help)
        : m_function(function), m_arguments(std::move(arguments)), m_pool(pool), m_help(help)
    {
    }
    virtual ~RemoteCall() = default;
    RemoteCall(const RemoteCall&) = delete;
    RemoteCall& operator=(const RemoteCall&) = delete;

    virtual TaskNode& node() noexcept = 0;
    /// Takes what the function returned; false: it makes no sense.
    virtual bool accept(std::span<const std::byte> bytes) = 0;

    std::uint16_t function() const noexcept { return m_function; }
    std::span<const std::byte> arguments() const noexcept { return m_arguments; }

protected:
    void askForHelp(Actor& waiter) { m_help(m_pool, waiter, *this); }

private:
    std::uint16_t m_function;
    std::vector<std::byte> m_arguments;
    void* m_pool; // lives until the task has ended
    Help m_help;
};

/// One whose result is an R, a plain value.
template <typename R>
class RemoteNode final : public ResultNode<R>, public RemoteCall {
public:
    template <typename... Call>
    RemoteNode(ObjectId pool, TaskName name, Call&&... call)
        : ResultNode<R>(pool, name), RemoteCall(std::forward<Call>(call)...)
    {
    }
    TaskNode& node() noexcept override { return *this; }
    bool accept(std::span<const std::byte> bytes) override
    {
        const auto values = unpackArguments<R>(bytes);
        if (values)
            this->result.emplace(std::get<0>(*values));
        return values.has_value();
    }

private:
    void invoke() override {} // by the worker
    void help(Actor& waiter) override { askForHelp(waiter); }
};

} // namespace threadscape
