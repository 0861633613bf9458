#include "trace/ingest.h"

#include "os/cpu_time.h"

namespace threadscape {

Ingest::Ingest(Recorder& recorder, Trace& trace)
    : m_recorder(recorder), m_trace(trace), m_builder(trace, recorder.start()), m_thread([this] { loop(); })
{
}

Ingest::~Ingest()
{
    finish();
}

void Ingest::setInterval(std::chrono::milliseconds interval)
{
    const std::lock_guard guard(m_mutex);
    m_interval = interval;
    m_wake.notify_one();
}

void Ingest::finish()
{
    if (!m_thread.joinable())
        return;
    {
        const std::lock_guard guard(m_mutex);
        m_finishing = true;
        m_wake.notify_one();
    }
    m_thread.join();
}

void Ingest::loop()
{
    std::unique_lock guard(m_mutex);
    while (!m_finishing) {
        const auto until = std::chrono::steady_clock::now() + m_interval;
        const auto before = m_interval;
        m_wake.wait_until(guard, until, [&] { return m_finishing || m_interval != before; });
        if (m_finishing)
            break;
        guard.unlock();
        drain(false);
        guard.lock();
    }
    guard.unlock();
    drain(true);
}

void Ingest::drain(bool last)
{
    m_builder.advanceClock(readAnchor());
    const Ticks now = ticksNow();
    std::shared_ptr<Snapshot> snapshot = m_builder.readOpenSpans(now);
    // At the end no thread of the run writes any more, but a worker process that outlives it may, for ever: what it
    // writes from now on is left. The slack is for stamps of other cores.
    const Ticks until = last ? now + static_cast<Ticks>(ticksPerNs() * 1'000'000) : now;
    for (const std::shared_ptr<Feed>& feed : m_recorder.feeds())
        drain(*feed, until);
    if (last) {
        for (const std::shared_ptr<Feed>& feed : m_recorder.feeds()) {
            feed->finish();
            drain(*feed, until);
        }
        m_builder.flush();
    }
    // The cap need not be kept to the byte.
    constexpr int kDrainsPerCheck = 16;
    constexpr std::uint64_t kEventsPerCheck = 1'000'000;
    if (++m_drains % kDrainsPerCheck == 0 || m_trace.events() - m_eventsAtCheck > kEventsPerCheck || last) {
        m_eventsAtCheck = m_trace.events();
        m_trace.keepBelowCap();
    }
    snapshot->finished = last;
    m_builder.publish(std::move(snapshot));
    m_cpuNs.store(threadCpuNs(), std::memory_order_relaxed);
}

void Ingest::drain(Feed& feed, Ticks until)
{
    // A writer may be quicker than this: what it writes from now on is left for the next drain, so that there is one. (A
    // chunk is always taken: a stamp from the future, which a worker process may write, holds nothing up for good.)
    const auto isLater = [until](const Event& event) {
        const bool span = event.kind == EventKind::wait || event.kind == EventKind::hold ||
                          event.kind == EventKind::operation || event.kind == EventKind::gap;
        return event.start + (span ? event.duration() : 0) > until;
    };
    std::uint32_t taken = 0;
    ChunkSource& source = feed.source();
    std::uint32_t& read = m_read[&feed];
    for (Chunk* chunk = source.oldest(); chunk != nullptr; chunk = source.oldest()) {
        // A worker process may write anything into its segment: the count is not trusted.
        const std::uint32_t count = std::min(chunk->count.load(std::memory_order_acquire), Chunk::kEvents);
        for (; read < count; ++read) {
            Event event = chunk->events[read];
            if (++taken > Chunk::kEvents && isLater(event))
                return;
            if (feed.translate(event))
                m_builder.take(event);
        }
        if (read < Chunk::kEvents || !source.recycleOldest())
            return;
        read = 0;
    }
}

} // namespace threadscape
