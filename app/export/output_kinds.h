#pragma once

#include "export/figure.h"

#include <QKeySequence>
#include <span>

namespace threadscape {

/// A kind of file that a run can leave: what the command line calls it, what the menu says, and how it is written. Another
/// one is a row in outputKinds().
struct OutputKind {
    enum class Target : std::uint8_t { file, fileOrStandardOutput, folder };
    /// What goes into a figure is painted, by the thread of the window; the rest any thread can write.
    enum class Holds : std::uint8_t { data, figure, window };

    const char* option; ///< "--png"; two kinds of one option differ in their endings
    const char* ending; ///< of its files, without the dot; empty: any
    Target target;
    Holds holds;
    Template help;  ///< in --help
    Template entry; ///< in the menu; empty: it is not there
    Template tip;   ///< of that
    Template ask;   ///< the title of the window that asks where
    int key = 0;    ///< of the menu's entry, as QKeySequence takes it; 0: none
    /// Of a run that is over: of data all of it, else as the figure asks, whose path and format are the kind's own.
    /// Threads: any for data, else the GUI thread. Null: of the window, which who shows one writes.
    tl::expected<void, Error> (*write)(const FigureRequest& figure, const QString& path);

    /// "FILE.tscape", "DIR", "FILE|-": what follows the option in the help.
    QString argument() const;
};

/// In the order of the help.
std::span<const OutputKind> outputKinds();

} // namespace threadscape
