#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

namespace threadscape {

class WorkerContext;

/// The function of a ProcessPool's task, called in the worker process: a constant beside the function, which identifies it
/// (ProcessPool::submit) and which the worker program has in its table (WorkerFunctions).
struct RemoteFunction {
    /// Returns packArguments of its result. What it throws arrives at the future as RemoteFailure.
    /// Threads: the worker's main one.
    using Function = std::vector<std::byte> (*)(WorkerContext& context, std::span<const std::byte> arguments);

    std::string_view name; ///< unique among remote functions; a literal
    Function function;
};

} // namespace threadscape
