#pragma once

#include <cstddef>
#include <span>
#include <string_view>

namespace threadscape {

class WorkerContext;

inline constexpr int kBadArguments = 2;

/// Something that a worker process can do from its beginning to its end: a constant beside the function, by which it is asked for
/// (Process::start) and which the worker program has in its table (WorkerFunctions).
struct WorkerTask {
    /// Returns the process's exit code: 0 done, kBadArguments when it cannot make sense of `arguments`, others are its own.
    /// Threads: the worker's main one.
    using Function = int (*)(WorkerContext& context, std::span<const std::byte> arguments);

    std::string_view name; ///< unlike that of any other task; a literal
    Function function;
};

} // namespace threadscape
