#pragma once

#include "trace/text.h"
#include "trace/trace.h"

#include <QString>
#include <tl/expected.hpp>

namespace threadscape {

/// Everything that was recorded, as Chrome trace JSON. Threads: any. Errors: the sentence of what could not be written.
tl::expected<void, Error> writeTraceFile(const QString& path, const Trace& trace);

/// The same as tables in a folder. A folder that was made for it is taken away again when that fails.
tl::expected<void, Error> writeTraceTables(const QString& folder, const Trace& trace);

} // namespace threadscape
