#pragma once

#include "base/text.h"
#include "view/tables/task_rows.h"

namespace threadscape {

/// "task 7", "resize sheep.png". Threads: any.
Text taskWords(const Catalogue& catalogue, const TaskRow& row);

/// "pending", "running", ... Threads: any.
Template taskStateWords(TaskState state) noexcept;

/// "task 7: submitted by main, waited 12 ms, ran for 480 ms on Worker 2, done". Threads: any.
Text taskSentence(const Catalogue& catalogue, const TaskRow& row, std::int64_t nowNs);

} // namespace threadscape
