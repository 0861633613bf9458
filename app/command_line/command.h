#pragma once

#include "export/output_kinds.h"
#include "lab/run/run_request.h"
#include "text/language.h"
#include "view/axis/time_axis.h"

#include <QSize>
#include <QString>
#include <optional>
#include <string>
#include <vector>

namespace threadscape {

/// The files a run, or an opened one, is asked to leave behind.
struct OutputFiles {
    struct File {
        const OutputKind* kind;
        QString path; ///< "-": standard output
    };
    std::vector<File> files; ///< in the order in which they are written

    bool any() const { return !files.empty(); }
    bool toStandardOutput() const { return std::ranges::count(files, QStringLiteral("-"), &File::path) > 0; }
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
    QString file; ///< to open
    bool listAsJson = false;
    RunRequest request;
    OutputFiles outputs;
    std::optional<QSize> size;        ///< px, of figure and screenshot
    std::optional<TimeWindow> window; ///< of the run, that figure and screenshot show; default: all of it
    bool dark = false;
    std::optional<Language>
        language; ///< what was not asked for is English, or in a window what was chosen there
};

/// Exit codes of the program.
enum ExitCode : int { kDone = 0, kFailed = 1, kBadUsage = 2, kInterrupted = 130 };

/// Understands the arguments (without the program's name), or says in a sentence what was wrong and what is allowed.
/// Whether experiment, preset and settings exist is not looked at here.
tl::expected<Command, Error> parseCommand(const std::vector<std::string>& arguments);

} // namespace threadscape
