#pragma once

#include "lab/runner.h"
#include "text/language.h"
#include "view/time_axis.h"

#include <QSize>
#include <QString>
#include <optional>
#include <string>
#include <vector>

namespace threadscape {

/// The files a run, or an opened one, is asked to leave behind.
struct OutputPaths {
    std::optional<QString> json; ///< "-": standard output
    std::optional<QString> trace;
    std::optional<QString> csv; ///< a folder
    std::optional<QString> png;
    std::optional<QString> svg;
    std::optional<QString> pdf;
    std::optional<QString> screenshot;

    bool any() const { return json || trace || csv || needsPainting(); }
    bool jsonToStandardOutput() const { return json == QStringLiteral("-"); }
    bool needsPainting() const { return png || svg || pdf || screenshot; }
};

/// What the user asked for on the command line.
struct Command {
    enum class Verb { window, open, list, run, help, version };
    Verb verb = Verb::window;
    QString file; ///< to open
    bool listAsJson = false;
    RunRequest request;
    OutputPaths outputs;
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
