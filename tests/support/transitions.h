#pragma once

#include "trace/trace.h"

#include <cstdint>
#include <string>
#include <vector>

namespace threadscape {

/// What a track is doing, as far as it decides what may come next.
enum class Phase : std::uint8_t {
    unborn,
    running,
    waiting,
    onCondition, ///< the lock was, or is just being, let go
    reacquiring, ///< the condition wait is over: now the lock must come back, or the track is being stopped
    waitingForLock,   ///< reacquiring, and the lock is not free
    unwinding,        ///< stopped on the way back: it will not touch what the lock protects
    unwindingWaiting, ///< unwinding, and waiting for something (its threads, say)
    ready,            ///< running, but without a core
    reacquiringReady, ///< reacquiring, but without a core
    unwindingReady,   ///< unwinding, but without a core
    ended,
    illegal,
};
inline constexpr int kPhases = 13;

/// One end of something that a track did.
enum class Edge : std::uint8_t {
    begin,
    end,
    waitBegins,
    conditionBegins, ///< a wait on a condition
    lockBegins,      ///< a wait for a lock
    waitEnds,        ///< of any kind
    holdBegins,
    holdEnds,
    operationBegins,
    operationEnds,
    moment,      ///< a read, a write or a notify
    readyBegins, ///< it has no core any more, and would go on
    readyEnds,
};
inline constexpr int kEdges = 13;

/// The legal transitions: what a track in `phase` does after `edge`; Phase::illegal where that cannot be.
Phase phaseAfter(Phase phase, Edge edge) noexcept;

/// Whether a task in `from` may become `to`: pending, running, and done or failed; pending, and cancelled.
bool taskMayBecome(TaskState from, TaskState to) noexcept;

/// Every way in which a trace contradicts the rules of the primitives, a sentence each; empty when it is sound. The
/// rules: the transitions above, for each track; waits of a track do not overlap; nor do one lock's holds, whose numbers
/// follow each other without a gap (but for what is still held); operations nest; tasks go through legal states, and were not told of twice; every number names something.
/// What was lost or thinned is left out. The run must be over.
/// Threads: any, under a Trace::Reader.
std::vector<std::string> validate(const Trace& trace);

} // namespace threadscape
