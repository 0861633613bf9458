#pragma once

#include "base/text.h"

#include <cstdint>

namespace threadscape {

/// How a run ended (or that it has not).
enum class Outcome : std::uint8_t {
    running,
    finished,    ///< the experiment ended by itself
    timeUp,      ///< its time limit was reached
    stopped,     ///< the user stopped it
    deadlocked,  ///< threads wait for each other in a cycle
    stalled,     ///< all threads wait and none can be woken
    failed,      ///< the experiment could not do its work: see the reason
    interrupted, ///< the program was asked to end
};
/// "finished", "time_up", ... as in result files.
const char* outcomeName(Outcome outcome) noexcept;

} // namespace threadscape
