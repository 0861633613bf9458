#pragma once

#include "base/text.h"
#include "view/lanes/lanes_hit.h"

#include <span>
#include <vector>

namespace threadscape {

/// The hit in words, one sentence for each thing to say; none where nothing was hit. `patterns`: of the run.
/// Threads: any.
std::vector<Text> sentences(const Catalogue& catalogue, const LanesHit& hit,
                            std::span<const PatternOnLane> patterns);

} // namespace threadscape
