#pragma once

#include "base/text.h"
#include "view/lanes/lane_end.h"

namespace threadscape {

/// "killed (-9)", "ended by signal 15", "exit code 1". Threads: any.
Text endWords(const LaneEnd& end);

/// "Process-1 was killed after 412 ms: exit code -9". Threads: any.
Text endSentence(const Catalogue& catalogue, const LaneEnd& end);

} // namespace threadscape
