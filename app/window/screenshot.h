#pragma once

#include "window/memory.h"

#include <QSize>
#include <QString>

namespace threadscape {

/// Writes the whole window with a finished run in it as a PNG of `size`. Remembers and touches nothing of the user's.
tl::expected<void, Error> writeScreenshot(const QString& path, QSize size, Scheme scheme,
                                          const RunRequest& request, std::shared_ptr<Runner> runner);

} // namespace threadscape
