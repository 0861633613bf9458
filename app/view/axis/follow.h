#pragma once

#include "view/axis/time_axis.h"

namespace threadscape {

/// What a run's time axis has to show: how long it was planned to take and how far it is.
struct RunTime {
    double plannedSeconds = 0; ///< 0: not known
    std::int64_t nowNs = 0;    ///< since the start; the end once finished
    bool finished = false;
};

/// The longest planned run that is shown on a fixed axis, in s.
inline constexpr double kFixedAxisSeconds = 15;

/// All that can be shown: from 0 to the planned end or to now, whichever is later; of a finished run what it took,
/// unless that is nearly what was planned.
TimeWindow extentOf(RunTime run) noexcept;

/// The window that shows a run while nobody has zoomed. A planned run of up to 15 s fills a fixed axis; a longer or
/// unplanned one is followed, in windows that grow to 10 s and then page by half; a finished run fits.
TimeWindow followed(RunTime run) noexcept;

} // namespace threadscape
