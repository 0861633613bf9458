#pragma once

#include "sync/process_value.h"

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

namespace threadscape {

class WorkerContext;

/// A member's part of a lap of a ProcessTeam: a constant beside the function, which identifies it (ProcessTeam::run) and which
/// the worker program has in its table (WorkerFunctions).
struct TeamJob {
    /// Returns packArguments of its result. `next` is a number that all members share, 0 at the start of the lap: for dynamic
    /// distribution. Threads: the worker's main one.
    using Function = std::vector<std::byte> (*)(WorkerContext& context, ProcessValue& next,
                                                std::span<const std::byte> arguments);

    std::string_view name; ///< unique among jobs; a literal
    Function function;
};

} // namespace threadscape
