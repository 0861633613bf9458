#pragma once

#include "trace/trace.h"

#include <iosfwd>
#include <string_view>

namespace threadscape {

/// Writes a trace as Chrome trace JSON, which Perfetto and speedscope open, and which readChromeTrace reads back.
/// Microseconds since the run's start; the states of each track as `X` slices that follow each other, its operations as
/// `X` on lines of their own below it (one for each depth); holds of a lock as `b`/`e`, under the
/// lock's number as id, or, where several may hold it at a time, each under an id of its own; wake-ups as flows between
/// slices; variables as `C`, on the track that wrote; reads, notifications, moved settings and printed lines as `i`. A wait's
/// category names what was waited for.
///
/// "otherData" has what events have no place for: "threadscape" (the form's version), "trace" (tracks, objects, counts,
/// where events were lost) and "run", the JSON object that is given here (nothing: none). Events have three members
/// that other programs do not look at: "how" (a span did not end, or a wait was stopped or timed out), "at" (the label) and
/// "of" (the object, where another one has its name, or the event's id is not its number).
///
/// What is lost of a trace: spans of no length; what was thinned (it is unknown); who ended a wait where no arrow is drawn;
/// some ns where stamps of two cores overlap (a hold begins where the lock's last one ended, a write comes when its
/// variable's last one did); numbers of operations that nobody sees.
/// Errors: those of the stream; it is for the caller to look.
/// Threads: any; a trace that still grows is written as of its last snapshot.
void writeChromeTrace(const Trace& trace, std::ostream& out, std::string_view run = {});

} // namespace threadscape
