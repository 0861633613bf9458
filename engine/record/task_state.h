#pragma once

#include "record/event.h"

#include <optional>
#include <string_view>

namespace threadscape {

/// What can become of a task. From `done` on it has ended.
enum class TaskState : std::uint8_t { pending, running, done, failed, cancelled };
inline constexpr int kTaskStates = 5;

constexpr bool hasEnded(TaskState state) noexcept
{
    return state >= TaskState::done;
}

/// The state's name in files: "pending", "running", ...
const char* taskStateName(TaskState state) noexcept;
std::optional<TaskState> taskStateNamed(std::string_view name) noexcept;

/// What a task is called: a text, with its number in the pool behind it ("task 7") or without ("resize sheep.png").
struct TaskName {
    ObjectId id = kNoObject;
    bool numbered = true;
};

/// What an event of kind task tells as its value.
struct TaskStep {
    TaskState state = TaskState::pending;
    TaskName name;

    constexpr std::int64_t value() const noexcept
    {
        return std::int64_t{name.id} | std::int64_t{static_cast<std::uint8_t>(state)} << 16 |
               std::int64_t{name.numbered} << 24;
    }
    /// Nothing where `value` is none of a task's.
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
