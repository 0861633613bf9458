#pragma once

#include "trace/trace.h"

#include <cstdint>
#include <string>
#include <vector>

namespace threadscape {

/// The state of a track, as far as it determines its legal transitions.
enum class Phase : std::uint8_t {
    unborn,
    running,
    waiting,
    onCondition, ///< the lock was, or is being, released
    reacquiring, ///< the condition wait is over: the lock must be reacquired, or the track is being stopped
    waitingForLock,   ///< reacquiring, and the lock is not free
    unwinding,        ///< stopped while reacquiring: it will not touch the protected data
    unwindingWaiting, ///< unwinding, and waiting for something (its threads, say)
    ready,            ///< running, but without a core
    reacquiringReady, ///< reacquiring, but without a core
    unwindingReady,   ///< unwinding, but without a core
    ended,
    illegal,
};
inline constexpr int kPhases = 13;

/// The begin or end of an action of a track.
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
    readyBegins, ///< it has lost its core, and is runnable
    readyEnds,
};
inline constexpr int kEdges = 13;

/// The legal transitions: what a track in `phase` does after `edge`; Phase::illegal where that cannot be.
Phase phaseAfter(Phase phase, Edge edge) noexcept;

/// Whether a task in `from` may become `to`: pending, running, and done or failed; pending, and cancelled.
bool taskMayBecome(TaskState from, TaskState to) noexcept;

/// All violations of the primitives' rules in a trace, a sentence each; empty if none. The rules: the transitions above, for
/// each track; waits of a track do not overlap; nor do one lock's holds, whose numbers follow each other without a gap (but for
/// what is still held); operations nest; tasks go through legal states, and are not recorded twice; every id is valid. Lost or
/// thinned parts are ignored. The run must be over.
/// Threads: any, under a Trace::Reader.
std::vector<std::string> validate(const Trace& trace);

} // namespace threadscape
