#pragma once

#include "trace/trace.h"

#include <iosfwd>
#include <string_view>

namespace threadscape {

/// Writes all that a trace holds, also the totals of what was thinned, in the program's own format (.tscape; see
/// tscape_format.h), and beside it `result`, which readTscape gives back as it is. About 9 bytes a span.
/// Threads: any; the run has finished. Errors: those of `out`.
void writeTscape(const Trace& trace, std::string_view result, std::ostream& out);

} // namespace threadscape
