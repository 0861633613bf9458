#pragma once

#include "trace/trace.h"

#include <iosfwd>
#include <string_view>

namespace threadscape {

/// Writes a trace as Chrome trace JSON, which Perfetto and speedscope open, and which readChromeTrace reads back. Microseconds
/// since the run's start; the states of each track as `X` slices that follow each other, its operations as `X` on lines of
/// their own below it (one for each depth); holds of a lock as `b`/`e`, under the
/// lock's number as id, or, where several may hold it at a time, each under its own id; wake-ups as flows between slices;
/// variables as `C`, on the writing track; reads, notifications, changed settings and printed lines as `i`. A wait's category
/// names what was waited for.
///
/// Times have three decimals; durations are some ps less where a sum of doubles would otherwise reach into the next slice
/// (chrome_duration.h). Read to the nearest ns they are exact.
///
/// "otherData" has the data that events cannot represent: "threadscape" (the form's version), "trace" (tracks, objects, counts,
/// where events were lost) and "run", the JSON object that is passed here (empty: none). Events have three members that other
/// programs ignore: "how" (a span did not end, or a wait was stopped or timed out), "at" (the label) and "of" (the object,
/// where another one has the same name, or the event's id is not its number).
///
/// Lost of a trace: empty spans; thinned parts (unknown); the waker of a wait without an arrow; some ns where stamps of two
/// cores overlap (a hold begins where the lock's last one ended, a write is no earlier than its variable's last one); numbers
/// of operations that are not shown.
/// Errors: those of the stream; the caller must check.
/// Threads: any; a trace that still grows is written as of its last snapshot.
void writeChromeTrace(const Trace& trace, std::ostream& out, std::string_view run = {});

} // namespace threadscape
