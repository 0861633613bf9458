#pragma once

#include "lab/run/result.h"

#include <nlohmann/json.hpp>

namespace threadscape {

/// The lines of a result's tables, as the result file has them. The CSV tables are written from the same, so that no number
/// has two sources. Any thread.
nlohmann::ordered_json trackRow(const TrackSummary& track);
nlohmann::ordered_json lockRow(const LockSummary& lock);
/// By their names: "value" and "unit" of each.
nlohmann::ordered_json findingRows(const Findings& findings);

} // namespace threadscape
