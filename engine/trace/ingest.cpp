#include "trace/ingest.h"

#include "os/cpu_time.h"
#include "trace/chunk_reserve.h"

#include <algorithm>

namespace threadscape {

namespace {

Ticks writtenAt(const Event& event) noexcept
{
    const bool span = event.kind == EventKind::wait || event.kind == EventKind::hold ||
                      event.kind == EventKind::operation || event.kind == EventKind::gap;
    return event.start + (span ? event.duration() : 0);
}

} // namespace

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
    nameThread("ingest");
    ChunkReserve::process().refill();
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
    ChunkReserve::process().refill();
    m_builder.advanceClock(readAnchor());
    const Ticks now = ticksNow();
    std::shared_ptr<Snapshot> snapshot = m_builder.readOpenSpans(now);
    // At the end no thread of the run writes any more, but a worker process that outlives it may, for ever: what it
    // writes from now on is left. The slack is for stamps of other cores.
    const Ticks until = last ? now + static_cast<Ticks>(ticksPerNs() * 1'000'000) : now;
    drainAll(until);
    if (last) {
        for (const std::shared_ptr<Feed>& feed : m_recorder.feeds())
            feed->finish();
        drainAll(until);
        m_builder.flush();
        ChunkReserve::process().trim();
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

// Chunk by chunk, always from the stream that is furthest behind: what merges streams (a lock's holds, a variable's
// values) then has little to keep until the other streams have come as far.
void Ingest::drainAll(Ticks until)
{
    std::vector<Stream> streams;
    for (std::shared_ptr<Feed>& feed : m_recorder.feeds())
        streams.push_back({std::move(feed)});
    while (!streams.empty()) {
        const auto behind = std::ranges::min_element(streams, {}, &Stream::reached);
        if (drainChunk(*behind, until))
            continue;
        *behind = std::move(streams.back());
        streams.pop_back();
    }
}

// Takes what the oldest chunk holds. False: the stream has no more for now.
bool Ingest::drainChunk(Stream& stream, Ticks until)
{
    ChunkSource& source = stream.feed->source();
    Chunk* const chunk = source.oldest();
    if (chunk == nullptr)
        return false;
    std::uint32_t& read = m_read[stream.feed.get()];
    // A worker process may write anything into its segment: the count is not trusted.
    const std::uint32_t count = std::min(chunk->count.load(std::memory_order_acquire), Chunk::kEvents);
    for (; read < count; ++read) {
        Event event = chunk->events[read];
        stream.reached = writtenAt(event);
        // A writer may be quicker than this: what it writes from now on is left for the next drain, so that there is one.
        // (A chunk is always taken: a stamp from the future, which a worker process may write, holds nothing up for good.)
        if (++stream.taken > Chunk::kEvents && stream.reached > until)
            return false;
        if (stream.feed->translate(event))
            m_builder.take(event);
    }
    if (read < Chunk::kEvents || !source.recycleOldest())
        return false;
    read = 0;
    return true;
}

} // namespace threadscape
