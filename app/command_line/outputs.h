#pragma once

#include "command_line/command.h"
#include "lab/run/open_run.h"

namespace threadscape {

/// Whether all files can be written, tested before anything runs; or the sentence about the first that cannot.
tl::expected<void, Error> checkOutputs(const OutputFiles& outputs);

/// Whether the run allows all of them; or the sentence of why it is unsavable.
tl::expected<void, Error> checkOutputs(const OutputFiles& outputs, const Run& run);

/// What is to be said of written files.
struct Written {
    std::vector<Error> failures; ///< of what could not be written
    std::vector<Text> remarks;   ///< of what was, see OutputKind::remark
};

/// Writes all requested files, also after one failed. Requires a QApplication if anything is painted.
Written writeOutputs(const Command& command, const OpenedRun& opened);

/// Says all of it on standard error.
void sayOf(const Written& written);

} // namespace threadscape
