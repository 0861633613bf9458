#pragma once

#include "exec/future.h"
#include "exec/remote_function.h"
#include "exec/worker_arguments.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace threadscape {

/// An exception of a remote function, with its message.
class RemoteFailure final : public std::exception {
public:
    explicit RemoteFailure(std::string what) : m_what(std::move(what)) {}
    const char* what() const noexcept override { return m_what.c_str(); }

private:
    std::string m_what;
};

/// A task executed by another process.
class RemoteCall {
public:
    /// Called by a thread about to wait for it. Throws Stopped.
    using Help = void (*)(void* pool, Actor& waiter, RemoteCall& call);

    RemoteCall(const RemoteFunction& function, std::vector<std::byte> arguments, void* pool, Help help)
        : m_function(function.name), m_arguments(std::move(arguments)), m_pool(pool), m_help(help)
    {
    }
    virtual ~RemoteCall() = default;
    RemoteCall(const RemoteCall&) = delete;
    RemoteCall& operator=(const RemoteCall&) = delete;

    virtual TaskNode& node() noexcept = 0;
    /// Stores the function's result; false: invalid.
    virtual bool accept(std::span<const std::byte> bytes) = 0;

    /// Its name.
    std::string_view function() const noexcept { return m_function; }
    std::span<const std::byte> arguments() const noexcept { return m_arguments; }

protected:
    void askForHelp(Actor& waiter) { m_help(m_pool, waiter, *this); }

private:
    std::string_view m_function;
    std::vector<std::byte> m_arguments;
    void* m_pool; // valid until the task has ended
    Help m_help;
};

/// A task with a result of type R, a plain value.
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
    void invoke() override {} // done by the worker
    void help(Actor& waiter) override { askForHelp(waiter); }
};

} // namespace threadscape
