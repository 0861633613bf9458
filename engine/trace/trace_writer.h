#pragma once

#include "trace/trace.h"

namespace threadscape {

/// The only way to append to a trace. Threads: one at a time.
class TraceWriter {
public:
    explicit TraceWriter(Trace& trace) noexcept : m_trace(trace) {}

    const Trace& trace() const noexcept { return m_trace; }
    const Catalogue& catalogue() const noexcept { return m_trace.catalogue(); }
    /// The catalogue, for adding names and counts.
    Catalogue& names() noexcept { return *m_trace.m_catalogue; }

    /// Adds missing lanes and objects up to it.
    Lane& lane(TrackId track) { return m_trace.laneFor(track); }
    ObjectLane& object(ObjectId object) { return m_trace.objectFor(object); }

    void addNote(const Note& note) { m_trace.m_notes.emplace(note); }
    void addEvent() noexcept
    {
        // One thread writes: no read-modify-write is needed.
        m_trace.m_events.store(m_trace.events() + 1, std::memory_order_relaxed);
    }
    void addLost(std::uint64_t events) noexcept
    {
        m_trace.m_lost.fetch_add(events, std::memory_order_relaxed);
    }
    void addLostSwitches(std::uint64_t switches) noexcept
    {
        m_trace.m_switchesLost.fetch_add(switches, std::memory_order_relaxed);
    }
    /// For a trace that was recorded elsewhere.
    void setCounts(std::uint64_t events, std::uint64_t lost, std::uint64_t thinned) noexcept
    {
        m_trace.m_events.store(events, std::memory_order_relaxed);
        m_trace.m_lost.store(lost, std::memory_order_relaxed);
        m_trace.m_thinned.store(thinned, std::memory_order_relaxed);
    }

    /// Publishes the open spans to readers.
    void publish(std::shared_ptr<const Snapshot> snapshot) { m_trace.publish(std::move(snapshot)); }
    /// Counts the bytes, and drops the oldest detail above the cap, unless a reader is active. `besideBytes`: what else of the
    /// run counts against the cap; a quarter of it is always the trace's.
    void keepBelowCap(std::size_t besideBytes = 0) { m_trace.keepBelowCap(besideBytes); }
    /// Drops all detail that can be dropped, unless a reader is active.
    void dropDetail() { m_trace.thinTo(0); }

private:
    Trace& m_trace;
};

} // namespace threadscape
