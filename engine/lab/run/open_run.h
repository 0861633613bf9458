#pragma once

#include "lab/run/run.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <stop_token>

namespace threadscape {

/// A finished run, and what is wrong with its file. A damaged file yields as much as could be read.
struct OpenedRun {
    std::shared_ptr<const Run> run;
    std::optional<Text> damage{}; ///< a sentence
};

/// Reads a trace file, or a Chrome trace: this program's own as the run that it was, others as in recordingOfForeign. The
/// format is detected by the content, which is untrusted. Reading ends when `stop` is requested. Threads: any. Error: why
/// nothing of it can be shown.
tl::expected<OpenedRun, Error> openRun(const std::filesystem::path& path, const std::stop_token& stop = {});

} // namespace threadscape
