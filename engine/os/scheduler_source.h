#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace threadscape {

/// The system put a thread on a core, or took it off. Times are the monotonic clock's, in ns.
struct SwitchRecord {
    enum class Kind : std::uint8_t {
        on,        ///< the thread runs on `core` from here
        offForced, ///< it was pre-empted, or gave way: it wants a core from here
        offWaits,  ///< it waits for something, or has ended
    };
    std::int64_t atNs = 0;
    std::int32_t osId = 0;
    std::int16_t core = -1;
    Kind kind = Kind::on;
};

/// How much CPU time a thread (or a process) had used up to a moment of the monotonic clock; both in ns.
struct CpuSample {
    std::int64_t atNs = 0;
    std::int64_t cpuNs = 0;
    std::int32_t osId = 0;
};

/// The operating system's own account of which thread ran where, or what stands in for it.
class SchedulerSource {
public:
    enum class Kind : std::uint8_t {
        perf,   ///< each switch of a core from one thread to another
        clocks, ///< CPU clocks of threads, read now and then
    };

    /// What the system told since the last time.
    struct Told {
        std::vector<SwitchRecord> switches; ///< in the order of time
        std::vector<CpuSample> samples;     ///< of each thread in the order of time
        std::uint64_t lost = 0;             ///< so many switches the system could not keep
        std::int64_t untilNs = 0;           ///< nothing from before this is still to come
    };

    /// Someone of whom CPU times are to be read.
    struct Watched {
        std::int32_t osId = 0;
        bool isProcess = false; ///< with all its threads
    };

    SchedulerSource() = default;
    SchedulerSource(const SchedulerSource&) = delete;
    SchedulerSource& operator=(const SchedulerSource&) = delete;
    virtual ~SchedulerSource() = default;

    virtual Kind kind() const noexcept = 0;
    /// Those who live now. Threads: ingest.
    virtual void watch(std::vector<Watched> living) = 0;
    /// Threads: ingest. `last`: nobody asks again, and what is not certain to be whole is told too.
    virtual void drain(Told& told, bool last) = 0;
};

/// "perf" or "clocks", as result files say.
const char* schedulerSourceName(SchedulerSource::Kind kind) noexcept;

/// The account that this system gives, and why it is not the better one.
struct OpenedScheduler {
    std::unique_ptr<SchedulerSource> source; ///< nullptr: none was wanted
    std::string
        refusal; ///< what the system said to the better one ("Permission denied"); empty: nothing was refused
    int paranoid = -1; ///< the system's setting perf_event_paranoid; -1: not known
};

/// Opens the best account. To be called by the thread that starts the run's first one, before it does: those that are
/// started later, by it or by them, are seen, and so are the processes that Spawner starts. The environment variable
/// THREADSCAPE_SCHEDULER can ask for "clocks", or for "none".
OpenedScheduler openScheduler();

} // namespace threadscape
