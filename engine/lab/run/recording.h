#pragma once

#include "lab/run/run.h"

#include <filesystem>
#include <iosfwd>
#include <memory>
#include <optional>

namespace threadscape {

/// A finished run as stored in a file: its results and its trace.
struct Recording {
    RunResult result;
    double plannedSeconds = 0; ///< 0: not known
    std::int64_t elapsedNs = 0;
    std::shared_ptr<const Trace> trace;
    /// Why it must not be saved: a sentence. Of another program's trace that is only partly in `trace`.
    std::optional<Text> unsavable{};
    std::optional<SourceFile> source{}; ///< another program's file, whose copy is the Chrome trace of this
};

/// Precondition: the run has finished. Any thread.
Recording recordingOf(const Run& run);

/// Writes a trace file (.tscape), atomically. Threads: any. Error: what could not be written, or that it is unsavable.
tl::expected<void, Error> saveRecording(const Recording& recording, const std::filesystem::path& path);

/// Writes it as Chrome trace JSON, as formats/chrome_json.h says. Threads: any. Errors: those of the stream.
void writeChromeTrace(const Recording& recording, std::ostream& out);

} // namespace threadscape
