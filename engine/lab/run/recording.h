#pragma once

#include "lab/run/run.h"

#include <filesystem>
#include <iosfwd>
#include <memory>

namespace threadscape {

/// A finished run as stored in a file: its results and its trace.
struct Recording {
    RunResult result;
    double plannedSeconds = 0; ///< 0: not known
    std::int64_t elapsedNs = 0;
    std::shared_ptr<const Trace> trace;
};

/// Precondition: the run has finished. Any thread.
Recording recordingOf(const Run& run);

/// Writes a trace file (.tscape), atomically. Threads: any. Error: what could not be written.
tl::expected<void, Error> saveRecording(const Recording& recording, const std::filesystem::path& path);

/// Writes it as Chrome trace JSON, as formats/chrome_json.h says. Threads: any. Errors: those of the stream.
void writeChromeTrace(const Recording& recording, std::ostream& out);

} // namespace threadscape
