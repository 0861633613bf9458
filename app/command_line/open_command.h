#pragma once

#include "command_line/command.h"
#include "lab/run/open_run.h"

namespace threadscape {

/// Shows a run from a file without a window: files as asked for, the answer and the findings on standard output.
/// Returns the program's exit code.
int openCommand(const Command& command, const OpenedRun& opened);

} // namespace threadscape
