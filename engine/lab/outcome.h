#pragma once

#include "base/text.h"

#include <cstdint>

namespace threadscape {

/// How a run ended (or that it has not).
enum class Outcome : std::uint8_t {
    running,
    finished,    ///< the experiment came to its own end
    timeUp,      ///< its time was over
    stopped,     ///< the user stopped it
    deadlocked,  ///< threads wait for each other in a circle
    stalled,     ///< everyone waits and nobody can wake them
    failed,      ///< the experiment could not do its work: see the reason
    interrupted, ///< the program was told to end
};
/// "finished", "time_up", ... as in result files.
const char* outcomeName(Outcome outcome) noexcept;

} // namespace threadscape
