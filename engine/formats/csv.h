#pragma once

#include "base/text.h"
#include "trace/trace.h"

#include <filesystem>
#include <tl/expected.hpp>

namespace threadscape {

/// Writes a trace as tables into a folder, which is created if missing:
///   tracks.csv      who took part, and the time in each state
///   spans.csv       every state of every track, one after the other
///   holds.csv       who held which lock, in the order of acquisition
///   operations.csv  what the tracks called what they did
///   values.csv      every value of every variable
///   moments.csv     reads, writes, notifications, moved settings, printed lines
/// The first line names the columns with their units; text is quoted as in RFC 4180; tracks have a number and a name. Each file
/// is written atomically. The error names the path and the system's reason.
/// Threads: any; a trace that still grows is written as of its last snapshot.
tl::expected<void, Error> writeCsv(const Trace& trace, const std::filesystem::path& folder);

} // namespace threadscape
