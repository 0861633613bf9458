#pragma once

#include "trace/event.h"
#include "trace/text.h"

namespace threadscape {

/// The state as a legend names it: "waiting for a lock". Threads: any.
Template stateWords(State state) noexcept;

/// The same in a word or two, for the heading of a column: "lock". Threads: any.
Template stateHeading(State state) noexcept;

} // namespace threadscape
