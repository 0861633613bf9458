#pragma once

#include "lab/run/open_run.h"
#include "view/axis/time_axis.h"
#include "window/shell/app_state.h"

#include <QSize>
#include <filesystem>
#include <optional>

namespace threadscape {

/// Writes the whole window with that finished run as a PNG of `size`. `window`: the time window to zoom to. Neither reads
/// nor writes the user's state.
tl::expected<void, Error> writeScreenshot(const std::filesystem::path& path, QSize size, Scheme scheme,
                                          const OpenedRun& run, std::optional<TimeWindow> window = {});

} // namespace threadscape
