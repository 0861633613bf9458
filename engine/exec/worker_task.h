#pragma once

#include <cstddef>
#include <span>
#include <string_view>

namespace threadscape {

class WorkerContext;

inline constexpr int kBadArguments = 2;
/// The exit code of a worker that could not begin: the system gave no thread, no descriptor or no memory.
inline constexpr int kWorkerRefused = 3;

/// The main function of a worker process: a constant beside the function, which identifies it (Process::start) and which the
/// worker program has in its table (WorkerFunctions).
struct WorkerTask {
    /// Returns the process's exit code: 0 done, kBadArguments for invalid `arguments`, others are its own. Threads: the
    /// worker's main one.
    using Function = int (*)(WorkerContext& context, std::span<const std::byte> arguments);

    std::string_view name; ///< unique among tasks; a literal
    Function function;
};

} // namespace threadscape
