#pragma once

#include "lab/run/run_request.h"

#include <random>
#include <string>

namespace threadscape {

/// The deadline of a quickRequest, in s.
inline constexpr double kQuickRunSeconds = 0.3;

/// Allowed settings of an experiment, small and large ones and both ends of their ranges, whose run takes less than half a
/// second as far as can be told; in any case its deadline ends it.
RunRequest quickRequest(const std::string& experiment, std::mt19937& random);

/// Allowed settings, near the low ends of their ranges, of a run without a deadline.
RunRequest lastingRequest(const std::string& experiment, std::mt19937& random);

/// As on a command line, to repeat it: "deposit --preset notes --set workers=1 --seed 7".
std::string inWords(const RunRequest& request);

} // namespace threadscape
