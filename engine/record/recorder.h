#pragma once

#include "base/mutex.h"
#include "os/clock.h"
#include "record/catalogue.h"
#include "record/writer.h"

#include <memory>
#include <vector>

namespace threadscape {

/// Where ingest reads one stream of events from: a thread's writer, or a worker process's segment.
class Feed {
public:
    Feed() = default;
    Feed(const Feed&) = delete;
    Feed& operator=(const Feed&) = delete;
    virtual ~Feed() = default;

    virtual ChunkSource& source() noexcept = 0;
    /// Turns the ids of another process into this run's; false drops an event that makes no sense. Threads: ingest.
    virtual bool translate(Event& event) noexcept;
    /// Whether another process writes it: translate() changes its ids, and its stamps are not trusted. Threads: any.
    virtual bool isForeign() const noexcept { return false; }
    /// Nobody writes any more, and all that was written was read: what is left to say is written now. Threads: ingest.
    virtual void finish() noexcept {}
};

/// The writing side of a run: hands a writer to each thread and keeps the names.
/// Threads: any.
class Recorder {
public:
    Recorder();

    Catalogue& catalogue() noexcept { return *m_catalogue; }
    std::shared_ptr<Catalogue> sharedCatalogue() const noexcept { return m_catalogue; }
    /// The moment that the run's time counts from.
    ClockAnchor start() const noexcept { return m_start; }

    /// Whether each actor tells of the CPU time it has used, before and after it waits: where the system does not tell who ran
    /// when. Before actors are made.
    void setSamplesCpu(bool samples) noexcept { m_samplesCpu = samples; }
    bool samplesCpu() const noexcept { return m_samplesCpu; }

    /// A writer for one thread, a used one where one is free. It lives as long as the recorder.
    Writer& takeWriter();
    /// The thread that used it has ended (or will not write again).
    void giveBack(Writer& writer);

    /// Adds a stream that somebody else writes.
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
