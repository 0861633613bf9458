#pragma once

#include "base/text.h"
#include "lab/run/result.h"

#include <filesystem>
#include <tl/expected.hpp>

namespace threadscape {

/// Writes a result as tables into a folder, which is created if missing:
///   tracks.csv    who took part, and the time in each state; of a core, who had its time (as "running", the run's own;
///                 "unknown", others'; "idle", nobody's)
///   locks.csv     how often each lock was acquired, and how long it was waited for and held; a wait lasts until the waiter goes
///                 on, so that it includes what tracks.csv counts as "ready" after the lock was granted
///   findings.csv  what was found out
///   points.csv, samples.csv, fits.csv  of a speedup experiment, see writeStudyCsv
/// The numbers are those of the result file (result_json.h); groups, and begin and end of each track, come from `trace`.
/// The first line names the columns with their units; text is quoted as in RFC 4180. Each file is written atomically. The error
/// names the path and the system's reason. Threads: any.
tl::expected<void, Error> writeResultCsv(const RunResult& result, const Trace& trace,
                                         const std::filesystem::path& folder);

} // namespace threadscape
