#pragma once

#include "base/text.h"
#include "os/scheduler_source.h"

namespace threadscape {

/// What the recorded scheduling lacks, and how to permit the better source; empty: nothing is missing. Any thread.
Text schedulerAdvice(const OpenedScheduler& opened);

} // namespace threadscape
