#pragma once

#include "trace/trace.h"
#include "view/axis/time_axis.h"

#include <string>
#include <vector>

namespace threadscape {

/// A setting that was moved while the run went on.
struct SettingMark {
    std::int64_t atNs = 0;
    std::string setting; ///< its contract name
    std::string before;  ///< as settingText() writes it; empty: not known
    std::string after;
};

/// The move that a note of the kind mark tells of. Threads: any.
SettingMark settingMark(const Catalogue& names, const Note& note);

/// The moves within `window`. Threads: any.
std::vector<SettingMark> settingMarks(const Trace& trace, TimeWindow window);

} // namespace threadscape
