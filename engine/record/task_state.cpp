#include "record/task_state.h"

#include <array>

namespace threadscape {

namespace {

constexpr std::array<const char*, kTaskStates> kTaskStateNames{"pending", "running", "done", "failed",
                                                               "cancelled"};

} // namespace

const char* taskStateName(TaskState state) noexcept
{
    return kTaskStateNames[static_cast<std::size_t>(state)];
}

std::optional<TaskState> taskStateNamed(std::string_view name) noexcept
{
    for (std::size_t i = 0; i < kTaskStateNames.size(); ++i)
        if (name == kTaskStateNames[i])
            return static_cast<TaskState>(i);
    return std::nullopt;
}

} // namespace threadscape
