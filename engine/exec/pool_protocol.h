#pragma once

#include "exec/worker_task.h"
#include "record/event.h"

#include <cstdint>

namespace threadscape {

/// The task of a worker process of a ProcessPool: executes tasks in turn until its line is closed. Handed: its line.
extern const WorkerTask kPoolWorkerTask;

// The protocol between a ProcessPool and its workers, one frame per message: a header of plain values, then bytes.

/// To the worker: a task, then the name of its function, and the arguments.
struct PoolRequest {
    std::uint32_t number = 0;        ///< the task's own in its pool
    std::uint16_t functionBytes = 0; ///< the length of that name
    ObjectId name = kNoObject;       ///< the pool's number of a text; its text is sent before its first use
    std::uint8_t numbered = 0;
    std::uint8_t isName = 0; ///< not a task: the bytes are the text of `name`
};

/// From the worker: the outcome of a task, then its result or error text.
struct PoolReply {
    std::uint32_t number = 0;
    std::uint32_t failed = 0;
    std::int64_t tookNs = 0; ///< in the worker
};

} // namespace threadscape
