#pragma once

#include "sync/process_value.h"

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace threadscape {

class WorkerContext;

/// What a member of a ProcessTeam does of a lap: returns packArguments of what it found. `next` is a number that all members
/// share, 0 when the lap begins: for jobs whose members take what is next. Threads: the worker's main one.
using TeamJob = std::vector<std::byte> (*)(WorkerContext& context, ProcessValue& next,
                                           std::span<const std::byte> arguments);

/// The place of the job of that name in team_list.def, which this program and threadscape-worker share; nothing if there is
/// none. Any thread.
std::optional<std::uint16_t> findTeamJob(std::string_view name) noexcept;
/// nullptr beyond the last one.
TeamJob teamJobAt(std::size_t index) noexcept;

} // namespace threadscape
