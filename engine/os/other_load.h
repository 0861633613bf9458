#pragma once

#include "os/core_times.h"

#include <cstdint>
#include <map>
#include <optional>

namespace threadscape {

/// How busy other programs keep the machine. Threads: one at a time.
class OtherLoad {
public:
    OtherLoad();

    /// Since the previous call, or since construction: the share of the time of all cores that this process may use which other
    /// programs and other virtual machines had. This process and its ended children do not count, its living children do.
    /// nullopt: not reported by the system, or too little time has passed (100 ms) for its steps of 10 ms: then the next call
    /// covers this one's time too. About 100 us.
    std::optional<double> share();

private:
    struct Moment {
        std::int64_t atNs = 0;
        std::int64_t ownNs = 0; // CPU time
        std::map<int, CoreTimes> cores;
    };
    static Moment now();

    Moment m_before;
};

} // namespace threadscape
