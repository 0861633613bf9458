#pragma once

#include "os/clock.h"
#include "schedule/core_lanes.h"
#include "schedule/lane_schedule.h"

#include <memory>
#include <unordered_map>
#include <vector>

namespace threadscape {

/// Merges the system's records of all threads and cores of a run with their own. Threads: ingest.
class Schedule {
public:
    /// `clock`: the run's, as for its events. It must outlive this.
    Schedule(Trace& trace, SchedulerSource& source, const ClockMap& clock);

    /// Queries the system, the last time or not. Call before the streams of events are read. Returns until when its records are
    /// complete, in ns of the run.
    std::int64_t drain(bool last);

    // The tracks' own records, in ns of the run.
    void takeWait(TrackId track, const Span& wait);
    /// The wait that the track records next was ended then, by another track.
    void takeWoken(TrackId track, std::int64_t atNs) { laneFor(track).wokenNs = atNs; }
    void takeSample(TrackId track, std::int64_t atNs, std::int64_t cpuNs);

    /// Call when all records up to `untilNs`, at most `snapshot.nowNs`, were taken: appends them to the lanes, and the open
    /// spans to the snapshot. `last`: nothing follows.
    void settle(Snapshot& snapshot, std::int64_t untilNs, bool last);

private:
    struct Known {
        explicit Known(SchedulerSource::Kind source) : schedule(source) {}
        LaneSchedule schedule;
        std::int64_t wokenNs = LaneSchedule::kNotWoken;
        std::int64_t lastCpuNs = -1;
        int lastCore = -1;
    };
    struct Thread {
        TrackId track = kNoTrack;
        std::vector<SwitchRecord> early; // before its track was known
    };

    Known& laneFor(TrackId track);
    void learnTracks();
    void takeSwitch(const SwitchRecord& record);
    void takeSwitch(TrackId track, const SwitchRecord& record);

    TraceWriter m_trace;
    SchedulerSource& m_source;
    const ClockMap& m_clock;
    std::int64_t m_untilNs = 0;
    CoreLanes m_cores;
    std::vector<std::unique_ptr<Known>> m_lanes; // by track
    std::unordered_map<std::int32_t, Thread> m_threads;
    std::size_t m_learnt = 0; // the number of tracks with a known system number
    std::vector<TrackId> m_unnumbered;
};

} // namespace threadscape
