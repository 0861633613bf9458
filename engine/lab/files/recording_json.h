#pragma once

#include "lab/run/recording.h"

#include <optional>
#include <string>
#include <string_view>

namespace threadscape {

/// All of a recording but its trace, for the trace file: unlike the result file, sentences keep their arguments, so that
/// they are told in the language of whoever opens it. Any thread.
std::string recordingJson(const Recording& recording);

/// The same back, without a trace; nothing when it is no such text. Nothing in it is trusted. Any thread.
std::optional<Recording> readRecordingJson(std::string_view json);

} // namespace threadscape
