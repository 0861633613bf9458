#pragma once

#include "lab/findings.h"
#include "trace/trace.h"
#include "view/axis/time_axis.h"

#include <optional>
#include <set>
#include <span>

namespace threadscape {

/// A place in the picture that shows a finding.
struct EvidencePlace {
    TrackId track = kNoTrack; ///< kNoTrack: all lanes
    TimeWindow stretch;
    friend bool operator==(const EvidencePlace&, const EvidencePlace&) = default;
};

/// What an answer rests on: the evidence of the findings that it names. Threads: any.
std::set<Evidence> evidenceOf(const Text& answer, const Findings& findings);

/// Where `evidence` is among `tracks`, the picture's lanes; `variable` is the one that it draws, kNoObject for none.
/// Nothing when the trace does not show it (any more). Threads: any; takes a Trace::Reader. Cost: the whole trace.
std::optional<EvidencePlace> findEvidence(const Trace& trace, const Snapshot& snapshot,
                                          std::span<const TrackId> tracks, ObjectId variable,
                                          Evidence evidence);

} // namespace threadscape
