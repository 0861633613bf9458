#pragma once

#include "exec/worker_arguments.h"
#include "exec/worker_context.h"
#include "exec/worker_functions.h"

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace threadscape {

/// The header before the task's own arguments: the worker's identity, and the number of descriptors of each object that it is
/// handed, which become its first objects.
struct WorkerIntroduction {
    static constexpr std::size_t kMostHanded = 16;

    std::uint64_t seed = 0;
    std::uint32_t member = 0;
    std::uint16_t handed = 0;
    std::uint8_t samplesCpu = 0; ///< see Recorder::setSamplesCpu
    std::array<std::uint8_t, kMostHanded> descriptors{};
    std::array<std::uint8_t, kMostHanded> tags{};
};

// The worker's command line: `threadscape-worker TASK --segment N --lifeline N`, the numbers being those of its descriptors.
// Those of handed objects follow them.
inline constexpr int kWorkerSegment = 3;
inline constexpr int kWorkerLifeline = 4;
inline constexpr int kWorkerHanded = 5;
std::vector<std::string> workerArguments(const WorkerTask& task);

/// The worker program: reads the command line, executes the task, which is one of `functions`, and returns the exit code. An
/// invalid command line: one sentence on standard error, and 2. No arguments: prints what the program is. Threads: main.
int runWorker(std::span<const std::string_view> arguments, const WorkerFunctions& functions);

} // namespace threadscape
