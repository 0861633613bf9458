#pragma once

#include "trace/trace.h"

#include <iosfwd>

namespace threadscape {

/// Writes a trace as Chrome trace JSON, which Perfetto and speedscope open. Microseconds since the run's start; the
/// states of each track as `X` slices that follow each other, its operations as `X` on lines of their own below it (one
/// for each depth); holds of a lock as `b`/`e`; wake-ups as flows between slices; variables as `C`; notifications,
/// moved settings and printed lines as `i`. A wait's category names what was waited for.
/// Errors: those of the stream; it is for the caller to look.
/// Threads: any; a trace that still grows is written as of its last snapshot.
void writeChromeTrace(const Trace& trace, std::ostream& out);

} // namespace threadscape
