#pragma once

#include <cstdint>
#include <map>

namespace threadscape {

/// A core's times since the machine started, in ns. The system counts in steps of 10 ms, without accumulating errors.
struct CoreTimes {
    std::int64_t idleNs = 0;
    std::int64_t stolenNs = 0; ///< another virtual machine had it
};

/// Of each core, by the system's number. Empty where not reported. Some 50 us. Any thread.
std::map<int, CoreTimes> readCoreTimes();

} // namespace threadscape
