#pragma once

#include "view/lanes/timeline.h"
#include "view/tables/task_rows.h"

namespace threadscape {

/// State of the task of `box`, on the lane of `track`; nullopt if it is not a numbered task's.
/// Threads: any. Cost: the number of objects.
inline std::optional<TaskState> taskStateOf(const Trace& trace, TrackId track, const OperationBox& box)
{
    if (box.style != NumberStyle::ordinal || !box.number || *box.number < 1)
        return std::nullopt;
    for (std::size_t o = 0; o < trace.objects(); ++o) {
        const TaskSeries& tasks = trace.object(static_cast<ObjectId>(o)).tasks;
        const auto index = static_cast<std::size_t>(*box.number) - 1;
        if (index >= tasks.size())
            continue;
        if (const TaskRecord task = tasks[index]; task.started.by == track && task.name.id == box.text)
            return task.state();
    }
    return std::nullopt;
}

} // namespace threadscape
