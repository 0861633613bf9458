#pragma once

#include "os/scheduler_source.h"
#include "trace/lane.h"

#include <deque>
#include <optional>

namespace threadscape {

/// Merges one track's own records (its waits) with the system's (when it had a core, or how much CPU time it used): adds to the
/// lane's waits the time in which the track was ready without a core. All times in ns of the run. Threads: ingest.
class LaneSchedule {
public:
    static constexpr std::int64_t kNotWoken = INT64_MIN;

    /// The label of a ready span whose position within its stretch is unknown: only its length is known.
    static constexpr Label kSomewhere = 1;

    explicit LaneSchedule(SchedulerSource::Kind source) noexcept : m_source(source) {}

    /// `wokenNs`: when it was ended; its track got a core only later.
    void takeWait(const Span& wait, std::int64_t wokenNs) { m_waits.push_back({wait, wokenNs}); }
    void takeSwitch(std::int64_t atNs, SwitchRecord::Kind kind);
    void takeSample(std::int64_t atNs, std::int64_t cpuNs);

    /// Appends to the lane what is certain up to `nowNs`: no earlier record follows, except of an open wait. `last`: none at
    /// all.
    void settle(Lane& lane, const std::optional<OpenSpan>& openWait, std::int64_t nowNs, bool last = false);

    /// The state of the track at `untilNs`, unless it is running; `openWait`: its own record.
    std::optional<OpenSpan> openState(const std::optional<OpenSpan>& openWait, std::int64_t untilNs) const;

private:
    struct Wait {
        Span span;
        std::int64_t wokenNs;

        bool wasWoken() const noexcept { return wokenNs > span.startNs && wokenNs < span.endNs; }
    };
    /// A stretch without a core.
    struct Off {
        std::int64_t fromNs;
        std::int64_t toNs; // INT64_MAX: it has none yet
        bool forced;
    };
    struct Sample {
        std::int64_t atNs;
        std::int64_t cpuNs;
    };

    void settleSwitches(Lane& lane, std::int64_t untilNs, std::int64_t freeUntilNs);
    void settleFree(Lane& lane, std::int64_t toNs);
    void settleWait(Lane& lane, const Wait& wait);
    void settleSamples(Lane& lane, std::int64_t untilNs, std::int64_t freeUntilNs);
    void settleSegment(Lane& lane, std::int64_t toNs, std::int64_t freeUntilNs, std::int64_t ranNs);
    void shareReady(Lane& lane, std::int64_t fromNs, std::int64_t toNs, double readyShare);
    std::int64_t freeTime(std::int64_t fromNs, std::int64_t toNs) const;

    SchedulerSource::Kind m_source;
    std::deque<Wait> m_waits;
    std::deque<Off> m_offs;
    std::deque<Sample> m_samples;
    std::int64_t m_settledNs = INT64_MIN;
    double m_owedReadyNs = 0; // too short to be shown yet
};

} // namespace threadscape
