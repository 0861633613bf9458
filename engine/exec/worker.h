#pragma once

#include "exec/worker_arguments.h"
#include "exec/worker_context.h"

#include <string>
#include <string_view>
#include <vector>

namespace threadscape {

/// Something that a worker process can do. Returns the process's exit code: 0 done, kBadArguments when it cannot make
/// sense of `arguments`, others are its own. Threads: the worker's main one.
using WorkerTask = int (*)(WorkerContext& context, std::span<const std::byte> arguments);
inline constexpr int kBadArguments = 2;

/// The task of that name, from worker_list.def, which this program and threadscape-worker share; nullptr if there is
/// none. Any thread.
WorkerTask findWorkerTask(std::string_view name) noexcept;

// The worker's command line: `threadscape-worker TASK --segment N --lifeline N`, the numbers those of the descriptors
// it was given.
inline constexpr int kWorkerSegment = 3;
inline constexpr int kWorkerLifeline = 4;
std::vector<std::string> workerArguments(std::string_view task);

/// The worker program: reads the command line, does the task, and returns the exit code. A command line that makes no
/// sense: one sentence on standard error, and 2. No command line at all: says what the program is. Threads: main.
int runWorker(std::span<const std::string_view> arguments);

} // namespace threadscape
