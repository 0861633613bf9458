#pragma once

#include "trace/trace.h"
#include "view/axis/time_axis.h"

#include <string>
#include <vector>

namespace threadscape {

/// A change of a setting, or of the speed, during the run.
struct SettingMark {
    std::int64_t atNs = 0;
    std::string setting; ///< its contract name
    std::string before;  ///< as settingText() writes it; empty: not known
    std::string after;
};

/// The change that a note of the kind mark records. Threads: any.
SettingMark settingMark(const Catalogue& names, const Note& note);

/// The changes within `window`, in the order of their times. Threads: any.
std::vector<SettingMark> settingMarks(const Trace& trace, TimeWindow window);

} // namespace threadscape
