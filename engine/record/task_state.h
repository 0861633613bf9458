#pragma once

#include "record/event.h"

#include <optional>
#include <string_view>

namespace threadscape {

/// The states of a task. From `done` on it has ended.
enum class TaskState : std::uint8_t { pending, running, done, failed, cancelled };
inline constexpr int kTaskStates = 5;

constexpr bool hasEnded(TaskState state) noexcept
{
    return state >= TaskState::done;
}

/// The state's name in files: "pending", "running", ...
const char* taskStateName(TaskState state) noexcept;
std::optional<TaskState> taskStateNamed(std::string_view name) noexcept;

/// A task's name: a text, followed by its number in the pool ("task 7") or without ("resize sheep.png").
struct TaskName {
    ObjectId id = kNoObject;
    bool numbered = true;
};

/// The value of an event of kind task.
struct TaskStep {
    TaskState state = TaskState::pending;
    TaskName name;

    constexpr std::int64_t value() const noexcept
    {
        return std::int64_t{name.id} | std::int64_t{static_cast<std::uint8_t>(state)} << 16 |
               std::int64_t{name.numbered} << 24;
    }
    /// nullopt when `value` is invalid.
    static constexpr std::optional<TaskStep> of(std::int64_t value) noexcept
    {
        const std::int64_t state = value >> 16 & 0xFF;
        if (value < 0 || value >> 25 != 0 || state >= kTaskStates)
            return std::nullopt;
        return TaskStep{static_cast<TaskState>(state),
                        {static_cast<ObjectId>(value & 0xFFFF), (value >> 24 & 1) != 0}};
    }
};

/// `number`: the task's own in its pool, from 1.
constexpr Event taskEvent(TrackId track, ObjectId pool, Ticks at, std::uint32_t number,
                          TaskStep step) noexcept
{
    return momentEvent(EventKind::task, track, pool, at, step.value(), number);
}

} // namespace threadscape
