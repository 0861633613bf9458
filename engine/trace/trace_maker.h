#pragma once

#include "trace/trace_writer.h"

#include <limits>

namespace threadscape {

/// Fills a trace from a source other than a run: a file of another format. Nothing is thinned.
/// Threads: one.
class TraceMaker {
public:
    explicit TraceMaker(std::shared_ptr<Catalogue> names)
        : m_trace(std::make_shared<Trace>(std::move(names), std::numeric_limits<std::size_t>::max()))
    {
    }

    Lane& lane(TrackId track) { return m_writer.lane(track); }
    ObjectLane& object(ObjectId object) { return m_writer.object(object); }
    void note(const Note& note) { m_writer.addNote(note); }
    void count(std::uint64_t events, std::uint64_t lost, std::uint64_t thinned)
    {
        m_writer.setCounts(events, lost, thinned);
    }

    /// The trace, as of `snapshot`. Call last.
    std::shared_ptr<Trace> finish(std::shared_ptr<const Snapshot> snapshot)
    {
        m_writer.publish(std::move(snapshot));
        m_writer.keepBelowCap(); // no cap here: counts the bytes
        return m_trace;
    }

private:
    std::shared_ptr<Trace> m_trace;
    TraceWriter m_writer{*m_trace};
};

} // namespace threadscape
