#pragma once

#include "command_line/command.h"

namespace threadscape {

/// Runs an experiment without a window: files as asked for, the answer and the findings on standard output. Returns the
/// program's exit code.
int runCommand(const Command& command);

} // namespace threadscape
