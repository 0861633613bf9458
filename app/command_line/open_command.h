#pragma once

#include "command_line/command.h"
#include "lab/run/open_run.h"

namespace threadscape {

/// Processes a run from a file without a window: writes the requested files, and the answer and the findings to standard
/// output. Returns the program's exit code.
int openCommand(const Command& command, const OpenedRun& opened);

} // namespace threadscape
