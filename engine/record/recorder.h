#pragma once

#include "base/mutex.h"
#include "os/clock.h"
#include "record/catalogue.h"
#include "record/writer.h"

#include <memory>
#include <vector>

namespace threadscape {

/// A stream of events for ingest: a thread's writer, or a worker process's segment.
class Feed {
public:
    Feed() = default;
    Feed(const Feed&) = delete;
    Feed& operator=(const Feed&) = delete;
    virtual ~Feed() = default;

    virtual ChunkSource& source() noexcept = 0;
    /// Turns the ids of another process into this run's; false drops an invalid event. Threads: ingest.
    virtual bool translate(Event& event) noexcept;
    /// Whether another process writes it: translate() changes its ids, and its stamps are not trusted. Threads: any.
    virtual bool isForeign() const noexcept { return false; }
    /// Writing has ended, and everything written was read: writes the final events. Threads: ingest.
    virtual void finish() noexcept {}
};

/// The writing side of a run: gives each thread a writer and stores the names.
/// Threads: any.
class Recorder {
public:
    Recorder();

    Catalogue& catalogue() noexcept { return *m_catalogue; }
    std::shared_ptr<Catalogue> sharedCatalogue() const noexcept { return m_catalogue; }
    /// The start of the run's time.
    ClockAnchor start() const noexcept { return m_start; }

    /// Whether each actor records its CPU time before and after it waits, for systems that do not report scheduling. Call
    /// before actors are created.
    void setSamplesCpu(bool samples) noexcept { m_samplesCpu = samples; }
    bool samplesCpu() const noexcept { return m_samplesCpu; }

    /// A writer for one thread, reused if one is free. It lives as long as the recorder.
    Writer& takeWriter();
    /// Releases a writer whose thread has ended (or will not write again).
    void giveBack(Writer& writer) noexcept;

    /// Adds a stream written elsewhere.
    void addFeed(std::shared_ptr<Feed> feed) TS_EXCLUDES(m_mutex);
    /// All streams so far. Threads: ingest.
    std::vector<std::shared_ptr<Feed>> feeds() const;

private:
    std::shared_ptr<Catalogue> m_catalogue = std::make_shared<Catalogue>();
    ClockAnchor m_start;
    bool m_samplesCpu = false;
    mutable Mutex m_mutex;
    std::vector<std::shared_ptr<Feed>> m_feeds TS_GUARDED_BY(m_mutex);
    std::vector<Writer*> m_idle TS_GUARDED_BY(m_mutex);
};

/// What recording one span costs on this machine, in ns: measured once per process, by recording into a scratch
/// writer. Any thread.
double spanCostNs();

} // namespace threadscape
