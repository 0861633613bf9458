#pragma once

#include "lab/run/recording.h"

#include <optional>
#include <string>
#include <string_view>

namespace threadscape {

/// A recording without its trace, for the trace file: unlike in the result file, sentences keep their arguments, so that they
/// are shown in the reader's language. Any thread.
std::string recordingJson(const Recording& recording);

/// The inverse, without a trace; nullopt when the text is not valid. The input is untrusted. Any thread.
std::optional<Recording> readRecordingJson(std::string_view json);

} // namespace threadscape
