#pragma once

#include "trace/trace.h"

namespace threadscape {

/// When a wait's waker ended it: released the lock, notified the condition; where not recorded, the wait's own end. Within the
/// wait. Precondition: its waker is a track of `trace`.
/// Units: ns since the run's start. Threads: any, under a Trace::Reader. Cost: logarithmic.
std::int64_t wakeTime(const Trace& trace, const Span& wait) noexcept;

} // namespace threadscape
