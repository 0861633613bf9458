#pragma once

#include "base/sequence_merge.h"
#include "os/clock.h"
#include "schedule/schedule.h"
#include "trace/trace_writer.h"

#include <memory>
#include <vector>

namespace threadscape {

/// Turns events into the trace. The result depends only on each stream's order, not on batching or on the order of the streams.
/// Threads: one (ingest).
class TraceBuilder {
public:
    TraceBuilder(Trace& trace, ClockAnchor start) : m_trace(trace), m_clock(start) {}

    /// Stamps after `anchor` are mapped by it.
    void advanceClock(ClockAnchor anchor) { m_clock.advance(anchor); }

    /// Waits go to it, and reach their lanes through it. Call before anything is taken.
    void setSchedule(Schedule* schedule) noexcept { m_schedule = schedule; }

    void take(const Event& event);

    /// The open spans that the tracks publish, as of `now`. Read before the streams are drained, and published after,
    /// so that a span that ends in between is in its lane.
    std::shared_ptr<Snapshot> readOpenSpans(Ticks now) const;
    void publish(std::shared_ptr<Snapshot> snapshot);

    /// Rewinds the open spans that were read to `earlier`, up to where the streams were taken: later ones were not open yet.
    void setBack(Snapshot& snapshot, Ticks earlier) const { setBackTo(snapshot, m_clock.toNs(earlier)); }
    /// The same, at a time of the run.
    static void setBackTo(Snapshot& snapshot, std::int64_t earlierNs);
    /// What was open at `earlier` and has ended since, by an event not yet taken.
    void addOpen(Snapshot& snapshot, const Event& event, Ticks earlier) const;

    /// Delivers what waited for numbers that never arrived.
    void flush();

    /// What waits here for earlier numbers.
    std::size_t bytes() const noexcept;

    const ClockMap& clock() const noexcept { return m_clock; }

private:
    struct Object {
        Object(ObjectLane& objectLane, bool one) : lane(objectLane), oneHolder(one) {}

        ObjectLane& lane;
        bool oneHolder; ///< its holds follow each other; else they are stored as they end
        SequenceMerge<HoldRef> holds;
        SequenceMerge<ValuePoint> values;
    };

    struct LongLabel {
        Ticks start;
        TrackId track;
        Label label;
    };

    Lane& laneFor(TrackId track) { return track < m_lanes.size() ? *m_lanes[track] : addLanes(track); }
    Lane& addLanes(TrackId upTo);
    Object& objectFor(ObjectId object)
    {
        return object < m_objects.size() ? *m_objects[object] : addObjects(object);
    }
    Object& addObjects(ObjectId upTo);
    /// Of a wait, a hold or a moment.
    Label labelOf(const Event& event) { return m_labels.empty() ? event.label() : takeLabel(event); }
    // Rare, and out of take(), which would save registers for them with every event.
    [[gnu::noinline]] Label takeLabel(const Event& event);
    [[gnu::noinline]] void storeLabel(const Event& event);
    void giveUpLost(std::int64_t nowNs);
    void takeHold(const Event& event, Lane& lane, const Span& span);
    void takeWrite(const Event& event, std::int64_t atNs);
    void takeTask(const Event& event, std::int64_t atNs);
    void takeMessage(const Event& event, std::int64_t atNs);

    TraceWriter m_trace;
    Schedule* m_schedule = nullptr;
    ClockMap m_clock;
    std::vector<LongLabel> m_labels; // arrived before their events
    std::vector<Lane*> m_lanes;      // the trace's, by track
    std::vector<std::unique_ptr<Object>> m_objects;
    std::size_t m_tasks = 0;    // of all pools
    std::size_t m_messages = 0; // of all pipes
};

} // namespace threadscape
