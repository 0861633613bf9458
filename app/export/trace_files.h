#pragma once

#include "lab/run/run.h"

#include <QString>
#include <tl/expected.hpp>

namespace threadscape {

/// A whole run as Chrome trace JSON, for other programs, and for this one to open again; of another program's file, its copy.
/// Threads: any. Errors: the sentence of what could not be written, or of why the run is unsavable.
tl::expected<void, Error> writeTraceFile(const QString& path, const Run& run);

/// A whole run, for this program to open again (.tscape). Threads: any. Errors: as above.
tl::expected<void, Error> writeRecordingFile(const QString& path, const Run& run);

/// The trace as tables in a folder; of a speedup its points, samples and fits, too. On failure a folder that was created
/// for it is removed. Threads: any. Errors: as above.
tl::expected<void, Error> writeTraceTables(const QString& folder, const Run& run);

} // namespace threadscape
