#pragma once

#include "base/text.h"
#include "os/scheduler_source.h"

namespace threadscape {

/// What the account of who ran where leaves out, and how to allow the better one; empty: nothing is missing. Any thread.
Text schedulerAdvice(const OpenedScheduler& opened);

} // namespace threadscape
