#pragma once

#include "lab/run/open_run.h"
#include "view/axis/time_axis.h"
#include "window/shell/app_state.h"

#include <QSize>
#include <QString>
#include <optional>

namespace threadscape {

/// Writes the whole window with that run in it, which has finished, as a PNG of `size`. `window`: of the run that is zoomed to. Remembers and
/// touches nothing of the user's.
tl::expected<void, Error> writeScreenshot(const QString& path, QSize size, Scheme scheme,
                                          const OpenedRun& run, std::optional<TimeWindow> window = {});

} // namespace threadscape
