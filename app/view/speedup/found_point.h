#pragma once

#include "lab/findings.h"
#include "view/speedup/speedup.h"

#include <optional>
#include <string_view>

namespace threadscape {

/// The point of a speedup that a finding is the number of; nothing: it is not about one point. Threads: any.
std::optional<PointId> pointOf(const Findings& findings, std::string_view finding);

/// The point that an answer rests on: that of the greatest speedup, where the answer names it. Threads: any.
std::optional<PointId> evidencePoint(const Text& answer, const Findings& findings);

} // namespace threadscape
