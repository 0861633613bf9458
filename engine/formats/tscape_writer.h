#pragma once

#include "trace/trace.h"

#include <iosfwd>
#include <string_view>

namespace threadscape {

/// Writes a complete trace, including the totals of thinned parts, in the program's own format (.tscape; see tscape_format.h),
/// and beside it `result`, which readTscape returns verbatim. About 9 bytes per span.
/// Threads: any; the run has finished. Errors: those of `out`.
void writeTscape(const Trace& trace, std::string_view result, std::ostream& out);

} // namespace threadscape
