#pragma once

#include "lab/findings.h"
#include "trace/trace.h"
#include "view/axis/time_axis.h"

#include <optional>
#include <set>
#include <span>

namespace threadscape {

/// The interval of a lane that shows a finding.
struct EvidencePlace {
    TrackId track = kNoTrack; ///< kNoTrack: all lanes
    TimeWindow stretch;
    friend bool operator==(const EvidencePlace&, const EvidencePlace&) = default;
};

/// The evidence of an answer: that of the findings that it mentions. Threads: any.
std::set<Evidence> evidenceOf(const Text& answer, const Findings& findings);

/// Where `evidence` is among `tracks`, the picture's lanes; `variable` is the one that it draws, kNoObject for none.
/// Returns nullopt if the trace does not contain it (any more). Threads: any; acquires a Trace::Reader. Cost: the whole
/// trace.
std::optional<EvidencePlace> findEvidence(const Trace& trace, const Snapshot& snapshot,
                                          std::span<const TrackId> tracks, ObjectId variable,
                                          Evidence evidence);

} // namespace threadscape
