#pragma once

#include "os/clock.h"

#include <cstdint>
#include <memory>
#include <vector>

namespace threadscape {

/// The system put a thread on a core, or took it off.
struct SwitchRecord {
    enum class Kind : std::uint8_t {
        on,        ///< the thread runs on `core` from here
        offForced, ///< it was pre-empted: it is ready from here
        offWaits,  ///< it gave the core up
    };
    Ticks at = 0;
    std::int32_t osId = 0;
    std::int16_t core = -1;
    Kind kind = Kind::on;
};

/// The operating system's own account of which thread ran where. Where a system tells nothing, none is open, and a
/// thread that does not wait counts as running, whether it had a core or not.
class SchedulerSource {
public:
    SchedulerSource() = default;
    SchedulerSource(const SchedulerSource&) = delete;
    SchedulerSource& operator=(const SchedulerSource&) = delete;
    virtual ~SchedulerSource() = default;

    /// "perf" or "clocks", as result files say.
    virtual const char* name() const noexcept = 0;
    /// Appends what happened since the last call, in the order of time per core. Returns how many records the system
    /// lost. Threads: ingest.
    virtual std::uint64_t drain(std::vector<SwitchRecord>& records) = 0;
};

/// The best account that this system gives; nullptr where it gives none. To be called before the run's first thread
/// starts: those started later are seen.
std::unique_ptr<SchedulerSource> openSchedulerSource();

} // namespace threadscape
