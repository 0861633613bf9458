#pragma once

#include "base/text.h"
#include "view/lanes/lanes_hit.h"

#include <span>
#include <vector>

namespace threadscape {

/// Describes the hit, one sentence per fact; empty if nothing was hit. `patterns`: of the run.
/// Threads: any.
std::vector<Text> sentences(const Catalogue& catalogue, const LanesHit& hit,
                            std::span<const PatternOnLane> patterns);

} // namespace threadscape
