#pragma once

#include "exec/worker_task.h"
#include "record/event.h"

#include <cstdint>

namespace threadscape {

/// What a worker process of a ProcessPool does: tasks, one after the other, until its line is closed. Handed: its line.
extern const WorkerTask kPoolWorkerTask;

// What a ProcessPool and its workers say to each other, a frame each: a head of plain values, then bytes.

/// To the worker: a task, then the name of its function, and the arguments.
struct PoolRequest {
    std::uint32_t number = 0;        ///< the task's own in its pool
    std::uint16_t functionBytes = 0; ///< so long is that name
    ObjectId name = kNoObject;       ///< the pool's number of a text; its words come before it is used first
    std::uint8_t numbered = 0;
    std::uint8_t isName = 0; ///< this is no task: the bytes are the words of `name`
};

/// From the worker: what became of a task; then its result, or in words why there is none.
struct PoolReply {
    std::uint32_t number = 0;
    std::uint32_t failed = 0;
    std::int64_t tookNs = 0; ///< in the worker
};

} // namespace threadscape
