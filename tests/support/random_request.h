#pragma once

#include "lab/run/run_request.h"

#include <random>
#include <string>

namespace threadscape {

/// The deadline of a drawn run.
inline constexpr double kQuickSeconds = 0.3;

/// Allowed settings whose run is quick; in any case its deadline ends it.
RunRequest drawRequest(const std::string& experiment, std::mt19937& random);

/// As on the command line.
std::string inWords(const RunRequest& request);

} // namespace threadscape
