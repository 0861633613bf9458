#pragma once

#include "command_line/command.h"

namespace threadscape {

/// Runs an experiment without a window: writes the requested files, and the answer and the findings to standard output.
/// Returns the program's exit code.
int runCommand(const Command& command);

} // namespace threadscape
