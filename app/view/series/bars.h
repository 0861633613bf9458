#pragma once

#include "lab/findings.h"

#include <optional>
#include <vector>

namespace threadscape {

/// Expected against counted, and what each round lost.
struct BarsPicture {
    double expected = 0;
    double counted = 0;
    double lost = 0;
    std::vector<double> lostByRound;
};

/// From the findings `expected`, `counted`, `lost` and `lost_by_round`; nothing before there is something to count.
/// Threads: any.
std::optional<BarsPicture> barsPicture(const Findings& findings);

} // namespace threadscape
