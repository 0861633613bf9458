#pragma once

#include "lab/findings.h"
#include "view/speedup/speedup.h"

#include <optional>
#include <string_view>

namespace threadscape {

/// The point of a speedup that a finding refers to; nullopt: it does not refer to one point. Threads: any.
std::optional<PointId> pointOf(const Findings& findings, std::string_view finding);

/// The evidence of an answer: the point of the greatest speedup, if the answer mentions it. Threads: any.
std::optional<PointId> evidencePoint(const Text& answer, const Findings& findings);

} // namespace threadscape
