#pragma once

#include <cstdint>
#include <map>

namespace threadscape {

/// What a core did since the machine started, in ns. The system counts in steps of 10 ms, without letting errors add up.
struct CoreTimes {
    std::int64_t idleNs = 0;
    std::int64_t stolenNs = 0; ///< another virtual machine had it
};

/// Of each core, by the system's number. Empty where the system does not tell. Some 50 us. Any thread.
std::map<int, CoreTimes> readCoreTimes();

} // namespace threadscape
