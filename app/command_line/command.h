#pragma once

#include "export/output_kinds.h"
#include "lab/run/run_request.h"
#include "text/language.h"
#include "view/axis/time_axis.h"

#include <QSize>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace threadscape {

/// The requested output files of a run, or of an opened one.
struct OutputFiles {
    struct File {
        const OutputKind* kind;
        std::filesystem::path path; ///< "-": standard output
    };
    std::vector<File> files; ///< in writing order

    bool any() const { return !files.empty(); }
    bool toStandardOutput() const
    {
        return std::ranges::any_of(files, [](const File& file) { return file.path == "-"; });
    }
    bool needsPainting() const
    {
        return std::ranges::any_of(
            files, [](const File& file) { return file.kind->holds != OutputKind::Holds::data; });
    }
};

/// What the user asked for on the command line.
struct Command {
    enum class Verb { window, open, list, run, help, version };
    Verb verb = Verb::window;
    std::filesystem::path file; ///< to open
    bool listAsJson = false;
    RunRequest request;
    OutputFiles outputs;
    std::optional<QSize> size;        ///< px, of figure and screenshot
    std::optional<TimeWindow> window; ///< time window of figure and screenshot; default: the whole run
    bool dark = false;
    std::optional<Language> language; ///< default: English, or in a window the one chosen there
};

/// Exit codes of the program.
enum ExitCode : int { kDone = 0, kFailed = 1, kBadUsage = 2, kInterrupted = 130 };

/// Parses the arguments (without the program's name), or returns a sentence of what is wrong and what is allowed. Does
/// not check that experiment, preset and settings exist.
tl::expected<Command, Error> parseCommand(const std::vector<std::string>& arguments);

} // namespace threadscape
