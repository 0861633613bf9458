#pragma once

#include "command_line/command.h"
#include "lab/run/open_run.h"

namespace threadscape {

/// Whether all files can be written, tested before anything runs; or the sentence about the first that cannot.
tl::expected<void, Error> checkOutputs(const OutputFiles& outputs);

/// Whether the run allows all of them; or the sentence of why it is unsavable.
tl::expected<void, Error> checkOutputs(const OutputFiles& outputs, const Run& run);

/// Writes all requested files, also after one failed. Requires a QApplication if anything is painted. Returns the
/// sentences about what could not be written.
std::vector<Error> writeOutputs(const Command& command, const OpenedRun& opened);

} // namespace threadscape
