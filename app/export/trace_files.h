#pragma once

#include "lab/run/run.h"

#include <filesystem>
#include <tl/expected.hpp>

namespace threadscape {

/// A whole run as Chrome trace JSON, for other programs, and for this one to open again; of another program's file, its copy.
/// Threads: any. Errors: the sentence of what could not be written, or of why the run is unsavable.
tl::expected<void, Error> writeTraceFile(const std::filesystem::path& path, const Run& run);

/// Programs that show Chrome traces give up on larger ones, in bytes: a browser's texts end at about that.
inline constexpr qint64 kMostViewable = 500'000'000;
/// What a person should know of a Chrome trace that was written: that it is too large to be viewed. Empty: nothing.
Text remarkOnTraceFile(const std::filesystem::path& path);

/// A whole run, for this program to open again (.tscape). Threads: any. Errors: as above.
tl::expected<void, Error> writeRecordingFile(const std::filesystem::path& path, const Run& run);

/// The trace and the result as tables in a folder (formats/csv.h, lab/files/result_csv.h). On failure a folder that was created
/// for it is removed. Threads: any. Errors: as above.
tl::expected<void, Error> writeTraceTables(const std::filesystem::path& folder, const Run& run);

} // namespace threadscape
