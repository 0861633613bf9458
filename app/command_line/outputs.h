#pragma once

#include "command_line/command.h"
#include "lab/run/open_run.h"

namespace threadscape {

/// Whether all files could be written, tried before anything runs; or the sentence about the first that could not.
tl::expected<void, Error> checkOutputs(const OutputFiles& outputs);

/// Writes everything that was asked for, also after one failed. Needs a QApplication where something is painted.
/// Returns the sentences about what could not be written.
std::vector<Error> writeOutputs(const Command& command, const OpenedRun& opened);

} // namespace threadscape
