#pragma once

#include "base/mutex.h"
#include "lab/speedup/speedup_backend.h"
#include "measure/speedup_study.h"
#include "trace/trace.h"

namespace threadscape {

/// The measurements of a speedup experiment so far.
/// Threads: any; a single writer.
class SpeedupRecord {
public:
    /// Before any measurement: sets the plan. `startNs`: of the run, on the monotonic clock; `seed`: of the resampling that the
    /// intervals come from.
    void begin(const SpeedupStudy& plan, std::int64_t startNs, std::uint64_t seed);
    /// The point's workers are ready.
    void addSample(Backend backend, int jobs, const SpeedupBackend::Sample& sample);
    /// CPU time of this program beside the workers, and for how long they worked meanwhile, in ns.
    void addObserver(std::int64_t usedNs, std::int64_t workedNs);
    /// CPU time of processes that the run's trace does not show: Python's.
    void addUnseen(std::int64_t usedNs);
    /// Time left, in s; 0: done.
    void setLeft(double seconds);
    double left() const;

    /// With everything derived from the samples. The time losses are read from `trace`, as far as it was ingested: complete
    /// once the run is over. `whole`: with the fits, which are slow. nullopt before begin().
    std::optional<SpeedupStudy> study(const Trace* trace, bool whole) const;

private:
    struct Kept {
        Lap lap;
        bool settled = false; // its losses are final
        Losses ns;            // in ns of the workers, without the unexplained rest
        std::int64_t holdNs = 0;
    };
    struct Series {
        SpeedupPoint point;
        CpuUse cpu; // sum of the samples
        std::vector<std::optional<Kept>> laps;
    };

    Series& seriesOf(Backend backend, int jobs) TS_REQUIRES(m_mutex);
    void settle(Kept& kept, const Trace& trace, const Snapshot& snapshot) const TS_REQUIRES(m_mutex);
    void fillLosses(Series& series) const TS_REQUIRES(m_mutex);
    void fillCeilings(SpeedupStudy& study) const TS_REQUIRES(m_mutex);
    void fillOthers(SpeedupStudy& study, const Trace& trace, const Snapshot& snapshot) const
        TS_REQUIRES(m_mutex);
    void fillEvidence(SpeedupPoint& point, const Series& series) const TS_REQUIRES(m_mutex);

    mutable Mutex m_mutex;
    std::optional<SpeedupStudy> m_plan TS_GUARDED_BY(m_mutex);
    std::int64_t m_startNs TS_GUARDED_BY(m_mutex) = 0;
    std::uint64_t m_seed TS_GUARDED_BY(m_mutex) = 0;
    mutable std::vector<Series> m_series TS_GUARDED_BY(m_mutex); // caches what is read from the trace
    std::int64_t m_fromNs TS_GUARDED_BY(m_mutex) = 0;            // the measurements so far, in the run's time
    std::int64_t m_toNs TS_GUARDED_BY(m_mutex) = 0;
    std::int64_t m_unseenNs TS_GUARDED_BY(m_mutex) = 0;
    std::int64_t m_observerNs TS_GUARDED_BY(m_mutex) = 0;
    std::int64_t m_workedNs TS_GUARDED_BY(m_mutex) = 0;
    mutable std::optional<SpeedupStudy> m_told TS_GUARDED_BY(m_mutex); // as last returned
    mutable bool m_toldWhole TS_GUARDED_BY(m_mutex) = false;
    mutable bool m_stale TS_GUARDED_BY(m_mutex) = true;
};

} // namespace threadscape
