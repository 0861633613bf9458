#pragma once

#include "lab/run/runner.h"

#include <filesystem>
#include <iosfwd>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>

namespace threadscape {

/// A run that is over, as it is kept in a file: what it found out, and all that was recorded.
struct Recording {
    RunResult result;
    double plannedSeconds = 0; ///< 0: not known
    std::int64_t elapsedNs = 0;
    std::shared_ptr<const Trace> trace;
};

/// What came out of a file. A damaged one gives as much as could be read.
struct OpenedRecording {
    Recording recording;
    std::optional<Text> damage; ///< the sentence of what is wrong with the file
};

/// Of a run that has finished. Any thread.
Recording recordingOf(const Runner& runner);

/// What to ask for to run it again, with the settings that it began with. Any thread.
RunRequest requestOf(const Recording& recording);

/// Writes a trace file (.tscape), whole or not at all. Threads: any. Errors: the sentence of what could not be written.
tl::expected<void, Error> saveRecording(const Recording& recording, const std::filesystem::path& path);

/// Writes it as Chrome trace JSON, as formats/chrome_json.h says. Threads: any. Errors: those of the stream.
void writeChromeTrace(const Recording& recording, std::ostream& out);

/// Reads a trace file, or a Chrome trace: one of ours as the run that it was, anybody else's as recordingOfForeign says. What
/// it is, is told by what is in it. Nothing in it is trusted. What stands after the moment in which `stop` is requested is not read.
/// Threads: any. Errors: the sentence of why nothing of it can be shown.
tl::expected<OpenedRecording, Error> openRecording(const std::filesystem::path& path,
                                                   const std::stop_token& stop = {});

/// A recording, ready to be shown like a run.
struct OpenedRun {
    RunRequest request; ///< to run it again
    std::shared_ptr<Runner> runner;
    std::optional<Text> damage;
};

/// Reads a file that is to be shown. Threads: any. Errors: as openRecording; and an experiment that is not known.
tl::expected<OpenedRun, Error> openRun(const std::filesystem::path& path, const std::stop_token& stop = {});

} // namespace threadscape
