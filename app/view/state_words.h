#pragma once

#include "trace/event.h"
#include "trace/text.h"

namespace threadscape {

/// The state as a legend names it: "waiting for a lock". Threads: any.
Template stateWords(State state) noexcept;

} // namespace threadscape
