#pragma once

#include "export/figure.h"

#include <QKeySequence>
#include <span>

namespace threadscape {

/// A kind of output file: its command line option, its menu entry, and how it is written. A new one is a row in
/// outputKinds().
struct OutputKind {
    enum class Target : std::uint8_t { file, fileOrStandardOutput, folder };
    /// Figures are painted by the GUI thread; any thread can write the rest.
    enum class Holds : std::uint8_t { data, figure, window };

    const char* option; ///< "--png"; two kinds of one option differ in their endings
    const char* ending; ///< of its files, without the dot; empty: any
    Target target;
    Holds holds;
    Template help;      ///< in --help
    Template entry;     ///< in the menu; empty: none
    Template tip;       ///< of the entry
    Template ask;       ///< the title of the file dialog
    bool trace = false; ///< all that was recorded: not written of a run that is unsavable
    int key = 0;        ///< of the menu's entry, as QKeySequence takes it; 0: none
    /// Of a finished run: data whole, else as `figure` specifies, except path and format, which are the kind's own.
    /// Threads: any for data, else the GUI thread. Null: of the window, written by its owner.
    tl::expected<void, Error> (*write)(const FigureRequest& figure, const std::filesystem::path& path);
    /// What a person should know of the file, once it is written; an empty sentence: nothing. Null: never anything. Threads: any.
    Text (*remark)(const std::filesystem::path& path) = nullptr;

    /// "FILE.tscape", "DIR", "FILE|-": what follows the option in the help.
    QString argument() const;
};

/// In the order of the help.
std::span<const OutputKind> outputKinds();

} // namespace threadscape
