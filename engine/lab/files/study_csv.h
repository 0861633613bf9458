#pragma once

#include "measure/speedup_study.h"

#include "base/text.h"

#include <filesystem>
#include <tl/expected.hpp>

namespace threadscape {

/// Writes the measurements of a speedup experiment as tables into a folder, which is created if missing:
///   points.csv   each backend at each number of jobs, with the shares of the time losses, and the value that was calculated
///   samples.csv  every single measurement, in the order of the rounds
///   fits.csv     the scaling laws, and the ceilings that the measured serial parts imply
/// The first line names the columns with their units. Each file is written atomically. The error names the path and the
/// system's reason. Threads: any.
tl::expected<void, Error> writeStudyCsv(const SpeedupStudy& study, const std::filesystem::path& folder);

} // namespace threadscape
