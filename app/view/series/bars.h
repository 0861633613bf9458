#pragma once

#include "lab/findings.h"

#include <optional>
#include <vector>

namespace threadscape {

/// Expected against counted, and the loss of each round.
struct BarsPicture {
    double expected = 0;
    double counted = 0;
    double lost = 0;
    std::vector<double> lostByRound;
};

/// From the findings `expected`, `counted`, `lost` and `lost_by_round`; nullopt before anything was counted.
/// Threads: any.
std::optional<BarsPicture> barsPicture(const Findings& findings);

} // namespace threadscape
