#pragma once

#include "measure/speedup_study.h"

#include <nlohmann/json.hpp>

namespace threadscape {

/// What a speedup experiment measured, as result files and trace files have it: "points", "fits", "ceilings" and what belongs to
/// them. Any thread.
nlohmann::ordered_json studyJson(const SpeedupStudy& study);

/// The same back. What follows from a file is not trusted: throws nlohmann::json::exception when it is no study. Any thread.
SpeedupStudy studyFrom(const nlohmann::json& json);

} // namespace threadscape
