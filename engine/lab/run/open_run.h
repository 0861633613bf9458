#pragma once

#include "lab/run/run.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <stop_token>

namespace threadscape {

/// A run that is over, and what is wrong with the file that it came from. A damaged one gives as much as could be read.
struct OpenedRun {
    std::shared_ptr<const Run> run;
    std::optional<Text> damage{}; ///< a sentence
};

/// Reads a trace file, or a Chrome trace: one of ours as the run that it was, anybody else's as recordingOfForeign says. What
/// it is, is told by what is in it. Nothing in it is trusted. What stands after the moment in which `stop` is requested is not read.
/// Threads: any. Errors: the sentence of why nothing of it can be shown.
tl::expected<OpenedRun, Error> openRun(const std::filesystem::path& path, const std::stop_token& stop = {});

} // namespace threadscape
