#pragma once

#include "base/text.h"
#include "trace/trace.h"

#include <filesystem>
#include <tl/expected.hpp>

namespace threadscape {

/// Writes a trace as tables into a folder, which is created if missing:
///   spans.csv       every state of every track, one after the other; of a core, "idle" is all that the run's own threads left:
///                   when others had it is not known, how much they had is in tracks.csv
///   holds.csv       who held which lock, in the order of acquisition
///   operations.csv  what the tracks called what they did
///   values.csv      every value of every variable
///   moments.csv     reads, writes, notifications, moved settings, printed lines
///   tasks.csv       every task of every pool
///   messages.csv    every message of every pipe
/// Who took part is in the result's tables (lab/files/result_csv.h).
/// The first line names the columns with their units; text is quoted as in RFC 4180; tracks have a number and a name. Each file
/// is written atomically. The error names the path and the system's reason.
/// Threads: any; a trace that still grows is written as of its last snapshot.
tl::expected<void, Error> writeCsv(const Trace& trace, const std::filesystem::path& folder);

} // namespace threadscape
