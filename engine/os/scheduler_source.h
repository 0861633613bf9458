#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace threadscape {

/// The system scheduled a thread on a core, or descheduled it. Times are the monotonic clock's, in ns.
struct SwitchRecord {
    enum class Kind : std::uint8_t {
        on,        ///< the thread runs on `core` from here
        offForced, ///< it was preempted, or yielded: runnable from here
        offWaits,  ///< it waits for something, or has ended
    };
    std::int64_t atNs = 0;
    std::int32_t osId = 0;
    std::int16_t core = -1;
    Kind kind = Kind::on;
};

/// The CPU time that a thread (or a process) had used up to a time of the monotonic clock; both in ns.
struct CpuSample {
    std::int64_t atNs = 0;
    std::int64_t cpuNs = 0;
    std::int32_t osId = 0;
};

/// The operating system's account of which thread ran where, or its substitute.
class SchedulerSource {
public:
    enum class Kind : std::uint8_t {
        perf,   ///< each switch of a core from one thread to another
        clocks, ///< CPU clocks of threads, sampled
    };

    /// The system's records since the last drain.
    struct Told {
        std::vector<SwitchRecord> switches; ///< in the order of time
        std::vector<CpuSample> samples;     ///< of each thread in the order of time
        std::uint64_t lost = 0;             ///< the number of switches that the system dropped
        std::int64_t untilNs = 0;           ///< no earlier record follows
    };

    /// A thread or process whose CPU time is sampled.
    struct Watched {
        std::int32_t osId = 0;
        bool isProcess = false; ///< with all its threads
    };

    SchedulerSource() = default;
    SchedulerSource(const SchedulerSource&) = delete;
    SchedulerSource& operator=(const SchedulerSource&) = delete;
    virtual ~SchedulerSource() = default;

    virtual Kind kind() const noexcept = 0;
    /// Sets the live ones. Threads: ingest.
    virtual void watch(std::vector<Watched> living) = 0;
    /// Threads: ingest. `last`: the final drain, which also returns records not certain to be complete.
    virtual void drain(Told& told, bool last) = 0;
};

/// "perf" or "clocks", as result files say.
const char* schedulerSourceName(SchedulerSource::Kind kind) noexcept;

/// The available source, and why it is not the better one.
struct OpenedScheduler {
    std::unique_ptr<SchedulerSource> source; ///< nullptr: none requested
    std::string refusal; ///< the system's error for the better one ("Permission denied"); empty: no error
    int paranoid = -1;   ///< the system's setting perf_event_paranoid; -1: not known
};

/// Opens the best source. Call it on the thread that starts the run's first one, before that: threads that it or they start
/// later are covered, and so are the processes that Spawner starts. wantedScheduler() can request "clocks", or "none".
OpenedScheduler openScheduler();

/// The environment variable THREADSCAPE_SCHEDULER; empty: the best one.
std::string_view wantedScheduler() noexcept;
/// Whether there is one of that name.
bool isScheduler(std::string_view wanted) noexcept;

} // namespace threadscape
