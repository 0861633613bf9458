#pragma once

#include "lab/recording.h"
#include "window/memory.h"

#include <QSize>
#include <QString>

namespace threadscape {

/// Writes the whole window with that run in it, which has finished, as a PNG of `size`. Remembers and touches nothing of the user's.
tl::expected<void, Error> writeScreenshot(const QString& path, QSize size, Scheme scheme,
                                          const OpenedRun& run);

} // namespace threadscape
