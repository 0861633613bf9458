#pragma once

#include "view/axis/time_axis.h"

namespace threadscape {

/// The planned length and the progress of a run.
struct RunTime {
    double plannedSeconds = 0; ///< 0: not known
    std::int64_t nowNs = 0;    ///< since the start; the end if finished
    bool finished = false;
};

/// The longest planned run that is shown on a fixed axis, in s.
inline constexpr double kFixedAxisSeconds = 15;

/// All that can be shown: from 0 to the planned end or to now, whichever is later; of a finished run its actual length,
/// unless that is close to the planned one.
TimeWindow extentOf(RunTime run) noexcept;

/// The window while not zoomed. A planned run of up to 15 s has a fixed axis; a longer or unplanned one is followed, in
/// windows that grow to 10 s and then page by half; a finished run is fitted.
TimeWindow followed(RunTime run) noexcept;

} // namespace threadscape
