#pragma once

#include "base/mutex.h"
#include "base/shared_mutex.h"
#include "record/catalogue.h"
#include "trace/lane.h"
#include "trace/lock_totals.h"
#include "trace/message_series.h"
#include "trace/task_series.h"
#include "trace/value_series.h"

#include <memory>
#include <shared_mutex>
#include <string>
#include <vector>

namespace threadscape {

/// The position of one hold of a lock: lane `track`, `holds[slot][index]`.
struct HoldRef {
    std::uint32_t index = 0;
    TrackId track = kNoTrack;
    std::uint16_t slot = 0;
};

/// The data of one shared object across lanes.
struct ObjectLane {
    std::unique_ptr<LockTotals> totals;  ///< for locks only
    PublishedVector<HoldRef, 512> holds; ///< locks: in the order of acquisition
    ValueSeries values;                  ///< variables: in the order of modification
    TaskSeries tasks;                    ///< pools
    MessageWays messages;                ///< pipes, and queues between processes

    /// With its own.
    std::size_t bytes() const noexcept;
};

/// A changed setting or a printed line, on the run's own time axis.
struct Note {
    enum class Kind : std::uint8_t { mark, print };
    std::int64_t atNs = 0;
    Kind kind = Kind::mark;
    TrackId track = kNoTrack;
    ObjectId text = kNoObject;  ///< marks: the setting's name; prints: the line
    ObjectId value = kNoObject; ///< marks: its values before and after, "10 → 20"
};

/// The lanes' open spans as of `nowNs`: everything that ended earlier is in the lanes.
struct Snapshot {
    std::int64_t nowNs = 0;
    bool finished = false; ///< the run is over: nothing more is added
    bool exact = true;     ///< false: open spans of other processes may be missing
    std::vector<OpenLane> lanes;
};

/// Everything a run recorded, in ns since its start. Grows only at its end: a reader reads the snapshot, then the size of a
/// channel, and may read up to there while more arrives.
/// Threads: a TraceWriter appends (ingest's); any read, under a `Reader` as long as they hold references into lanes.
class Trace {
public:
    static constexpr std::size_t kDefaultCapBytes = std::size_t{1} << 30U;

    /// `capBytes`: above it the oldest detail is dropped.
    explicit Trace(std::shared_ptr<Catalogue> catalogue, std::size_t capBytes = kDefaultCapBytes);

    /// Prevents thinning of the oldest detail while spans are read.
    using Reader = std::shared_lock<SharedMutex>;
    Reader reader() const { return Reader(m_thinning); }

    const Catalogue& catalogue() const noexcept { return *m_catalogue; }
    std::shared_ptr<Catalogue> sharedCatalogue() const noexcept { return m_catalogue; }

    std::size_t lanes() const noexcept { return m_lanes.size(); }
    const Lane& lane(TrackId track) const noexcept { return *m_lanes[track]; }
    std::size_t objects() const noexcept { return m_objects.size(); }
    const ObjectLane& object(ObjectId object) const noexcept { return *m_objects[object]; }
    const PublishedVector<Note, 64>& notes() const noexcept { return m_notes; }

    /// Never null. Read it before the sizes of channels.
    std::shared_ptr<const Snapshot> snapshot() const;

    std::uint64_t events() const noexcept { return m_events.load(std::memory_order_relaxed); }
    std::uint64_t lost() const noexcept { return m_lost.load(std::memory_order_relaxed); }
    /// The number of thread switches that the system failed to report. The display near them may be wrong.
    std::uint64_t switchesLost() const noexcept { return m_switchesLost.load(std::memory_order_relaxed); }
    /// The number of spans reduced to totals because of the memory cap.
    std::uint64_t thinned() const noexcept { return m_thinned.load(std::memory_order_relaxed); }
    /// All that it holds, except names, as of when they were counted last.
    std::size_t bytes() const noexcept { return m_bytes.load(std::memory_order_relaxed); }

private:
    friend class TraceWriter;

    Lane& laneFor(TrackId track);
    ObjectLane& objectFor(ObjectId object);
    void publish(std::shared_ptr<const Snapshot> snapshot);
    std::size_t countBytes() const noexcept;
    void keepBelowCap(std::size_t besideBytes);
    void thinTo(std::size_t bytes);
    std::size_t dropOldest() TS_REQUIRES(m_thinning);
    std::size_t dropOldest(Lane& lane) TS_REQUIRES(m_thinning);
    template <typename Channel>
    std::size_t dropOldest(Channel& channel) TS_REQUIRES(m_thinning);
    std::size_t dropOldestMarks() TS_REQUIRES(m_thinning);

    std::shared_ptr<Catalogue> m_catalogue;
    std::size_t m_capBytes;
    PublishedVector<std::unique_ptr<Lane>, 64> m_lanes;
    PublishedVector<std::unique_ptr<ObjectLane>, 64> m_objects;
    PublishedVector<Note, 64> m_notes;
    std::atomic<std::uint64_t> m_events{0};
    std::atomic<std::uint64_t> m_lost{0};
    std::atomic<std::uint64_t> m_switchesLost{0};
    std::atomic<std::uint64_t> m_thinned{0};
    std::atomic<std::size_t> m_bytes{0};
    mutable SharedMutex m_thinning;
    mutable Mutex m_snapshotMutex;
    std::shared_ptr<const Snapshot> m_snapshot TS_GUARDED_BY(m_snapshotMutex);
};

} // namespace threadscape
