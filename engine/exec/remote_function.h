#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

namespace threadscape {

class WorkerContext;

/// What a task of a ProcessPool calls in the worker process: a constant beside the function, by which it is asked for
/// (ProcessPool::submit) and which the worker program has in its table (WorkerFunctions).
struct RemoteFunction {
    /// Returns packArguments of its result. What it throws arrives at the future as RemoteFailure.
    /// Threads: the worker's main one.
    using Function = std::vector<std::byte> (*)(WorkerContext& context, std::span<const std::byte> arguments);

    std::string_view name; ///< unlike that of any other remote function; a literal
    Function function;
};

} // namespace threadscape
