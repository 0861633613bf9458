#pragma once

#include "trace/trace.h"
#include "view/time_axis.h"

#include <map>
#include <string>
#include <vector>

namespace threadscape {

/// A setting that was moved while the run went on.
struct SettingMark {
    std::int64_t atNs = 0;
    std::string setting; ///< its contract name
    std::string before;  ///< empty: not known
    std::string after;
};

/// The moves within `window`. `atStart`: the settings' values when the run began. Threads: any.
std::vector<SettingMark> settingMarks(const Trace& trace, TimeWindow window,
                                      const std::map<std::string, std::string>& atStart);

} // namespace threadscape
