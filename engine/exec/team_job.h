#pragma once

#include "sync/process_value.h"

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

namespace threadscape {

class WorkerContext;

/// What a member of a ProcessTeam does of a lap: a constant beside the function, by which it is asked for (ProcessTeam::run) and
/// which the worker program has in its table (WorkerFunctions).
struct TeamJob {
    /// Returns packArguments of what it found. `next` is a number that all members share, 0 when the lap begins: for jobs whose
    /// members take what is next. Threads: the worker's main one.
    using Function = std::vector<std::byte> (*)(WorkerContext& context, ProcessValue& next,
                                                std::span<const std::byte> arguments);

    std::string_view name; ///< unlike that of any other job; a literal
    Function function;
};

} // namespace threadscape
