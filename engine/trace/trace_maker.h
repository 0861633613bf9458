#pragma once

#include "trace/trace.h"

#include <limits>

namespace threadscape {

/// Fills a trace from something else than a run: a file of another form. Nothing of it is thinned.
/// Threads: one.
class TraceMaker {
public:
    explicit TraceMaker(std::shared_ptr<Catalogue> names)
        : m_trace(std::make_shared<Trace>(std::move(names), std::numeric_limits<std::size_t>::max()))
    {
    }

    Lane& lane(TrackId track) { return m_trace->laneFor(track); }
    ObjectLane& object(ObjectId object) { return m_trace->objectFor(object); }
    void note(const Note& note) { m_trace->m_notes.emplace(note); }
    void count(std::uint64_t events, std::uint64_t lost, std::uint64_t thinned)
    {
        m_trace->m_events.store(events, std::memory_order_relaxed);
        m_trace->m_lost.store(lost, std::memory_order_relaxed);
        m_trace->m_thinned.store(thinned, std::memory_order_relaxed);
    }

    /// The trace, as of `snapshot`; nothing may be added after it.
    std::shared_ptr<Trace> finish(std::shared_ptr<const Snapshot> snapshot)
    {
        m_trace->publish(std::move(snapshot));
        m_trace->keepBelowCap(); // there is none: counts the bytes
        return m_trace;
    }

private:
    std::shared_ptr<Trace> m_trace;
};

} // namespace threadscape
