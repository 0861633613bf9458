#pragma once

#include "measure/speedup_study.h"

#include <nlohmann/json.hpp>

namespace threadscape {

/// The measurements of a speedup experiment, as in result files and trace files: "points", "fits", "ceilings" and related keys.
/// Any thread.
nlohmann::ordered_json studyJson(const SpeedupStudy& study);

/// The inverse. The input is untrusted: throws nlohmann::json::exception when it is not a study. Any thread.
SpeedupStudy studyFrom(const nlohmann::json& json);

} // namespace threadscape
