#pragma once

#include "base/text.h"
#include "record/event.h"

namespace threadscape {

/// The state as a legend names it: "waiting for a lock". `tasks`: of tasks of an event loop, possibly among threads.
/// Threads: any.
Template stateWords(State state, bool tasks = false) noexcept;

/// The same in a word or two, for the heading of a column: "lock". Threads: any.
Template stateHeading(State state, bool tasks = false) noexcept;

} // namespace threadscape
