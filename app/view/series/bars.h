#pragma once

#include "lab/findings.h"

#include <optional>
#include <vector>

namespace threadscape {

/// Expected against counted in one round, and the loss of each round.
struct BarsPicture {
    double expected = 0;   ///< of a round
    double counted = 0;    ///< of the round that lost most
    double lost = 0;       ///< in that round
    std::size_t round = 0; ///< its index in lostByRound
    std::vector<double> lostByRound;
};

/// From the findings `expected` and `counted`, sums over equal rounds, and `lost_by_round`; where the last is missing, the
/// rounds count as one. nullopt before a round was counted.
/// Threads: any.
std::optional<BarsPicture> barsPicture(const Findings& findings);

} // namespace threadscape
