#include "ingest/ingest.h"

#include "base/scoped_lock.h"
#include "os/cpu_time.h"
#include "record/chunk_reserve.h"

#include <algorithm>
#include <limits>
#include <new>
#include <utility>

namespace threadscape {

namespace {

Ticks writtenAt(const Event& event) noexcept
{
    const bool span = event.kind() == EventKind::wait || event.kind() == EventKind::hold ||
                      event.kind() == EventKind::operation || event.kind() == EventKind::gap;
    return event.start + (span ? event.duration() : 0);
}

} // namespace

Ingest::Ingest(Recorder& recorder, Trace& trace, bool behindWindow, SchedulerSource* scheduler,
               std::function<void(std::exception_ptr)> onFailure)
    : m_recorder(recorder),
      m_trace(trace),
      m_builder(trace, recorder.start()),
      m_onFailure(std::move(onFailure))
{
    if (scheduler != nullptr)
        m_builder.setSchedule(&m_schedule.emplace(trace, *scheduler, m_builder.clock()));
    m_thread = std::thread([this, behindWindow] { loop(behindWindow); });
}

Ingest::~Ingest()
{
    finish();
}

void Ingest::setInterval(std::chrono::milliseconds interval)
{
    const ScopedLock guard(m_mutex);
    m_interval = interval;
    m_wake.notify_one();
}

void Ingest::finish()
{
    if (!m_thread.joinable())
        return;
    {
        const ScopedLock guard(m_mutex);
        m_finishing = true;
        m_wake.notify_one();
    }
    m_thread.join();
}

void Ingest::loop(bool behindWindow)
{
    nameThread("ingest");
    if (behindWindow)
        standBehind(Behind::window);
    ChunkReserve::process().refill();
    UniqueLock guard(m_mutex);
    bool behind = false;
    std::chrono::nanoseconds pause = m_interval;
    while (!m_finishing) {
        if (!behind) {
            const auto before = m_interval;
            const auto until = std::chrono::steady_clock::now() + pause;
            while (!m_finishing && m_interval == before && m_wake.waitUntil(guard, until)) {
            }
            if (m_finishing)
                break;
        }
        guard.unlock();
        const std::uint64_t eventsBefore = m_trace.trace().events();
        behind = !tryDrain();
        guard.lock();
        // Recently written events are still in a cache: the more there were, the sooner the next drain.
        constexpr std::uint64_t kWanted = 50'000; // events per drain
        constexpr std::chrono::nanoseconds kShortest = std::chrono::milliseconds(1);
        const std::uint64_t taken = m_trace.trace().events() - eventsBefore;
        pause = std::clamp<std::chrono::nanoseconds>(
            pause * kWanted / std::max<std::uint64_t>(taken, 1),
            std::min<std::chrono::nanoseconds>(kShortest, m_interval), m_interval);
    }
    guard.unlock();
    drainTheRest();
}

// True also after a failure: then the rest waits for the end of the run, which is near.
bool Ingest::tryDrain() noexcept
{
    if (m_failed)
        return true;
    try {
        return drain(false);
    } catch (...) {
        fail();
        return true;
    }
}

void Ingest::fail() noexcept
{
    if (!std::exchange(m_failed, true) && m_onFailure)
        m_onFailure(std::current_exception());
}

// Where memory ran out, detail makes room for the rest. If that is not enough, the trace ends at what was published last.
void Ingest::drainTheRest() noexcept
{
    try {
        if (m_failed)
            m_trace.dropDetail();
        drain(true);
        return;
    } catch (...) {
        fail();
    }
    try {
        auto last = std::make_shared<Snapshot>(*m_trace.trace().snapshot());
        last->finished = true;
        m_trace.publish(std::move(last));
    } catch (const std::bad_alloc&) { // NOLINT(bugprone-empty-catch): the run has failed, and says so
    }
}

// False: the time was up before everything was taken.
bool Ingest::drain(bool last)
{
    constexpr std::int64_t kMostNs = 16'000'000; // then publishes what is known
    ChunkReserve::process().refill();
    m_builder.advanceClock(readAnchor());
    // Queried first: the tracks' records up to then are taken below.
    const std::int64_t scheduledNs = m_schedule ? m_schedule->drain(last) : INT64_MAX;
    // Other processes have their own open spans, which are copied here when their source is queried.
    for (const std::shared_ptr<Feed>& feed : m_recorder.feeds())
        if (feed->isForeign())
            feed->source();
    const Ticks now = ticksNow();
    std::shared_ptr<Snapshot> snapshot = m_builder.readOpenSpans(now);
    // At the end no thread of the run writes any more, but a worker process that outlives it may, indefinitely: its later
    // events are ignored. The slack is for stamps of other cores.
    const Ticks until = last ? now + static_cast<Ticks>(ticksPerNs() * 1'000'000) : now;
    const std::vector<Stream> behind = drainAll(until, last ? INT64_MAX : monotonicNs() + kMostNs);
    if (last) {
        for (const std::shared_ptr<Feed>& feed : m_recorder.feeds())
            feed->finish();
        drainAll(until, INT64_MAX);
        m_builder.flush();
        ChunkReserve::process().trim();
    }
    keepBelowCap(last);
    if (!behind.empty())
        setBack(*snapshot, behind);
    if (m_schedule) {
        if (scheduledNs < snapshot->nowNs && !last)
            TraceBuilder::setBackTo(*snapshot, std::max(scheduledNs, m_shownNs));
        m_schedule->settle(*snapshot, last ? snapshot->nowNs : settledUntil(snapshot->nowNs, behind), last);
    }
    m_shownNs = snapshot->nowNs;
    snapshot->finished = last;
    m_builder.publish(std::move(snapshot));
    m_cpuNs.store(threadCpuNs(), std::memory_order_relaxed);
    return behind.empty();
}

// The cap is the process's: what waits to be read counts, and what waits to be put in order. It need not be exact.
void Ingest::keepBelowCap(bool now)
{
    constexpr int kDrainsPerCheck = 16;
    constexpr std::uint64_t kEventsPerCheck = 1'000'000;
    if (++m_drains % kDrainsPerCheck != 0 && m_trace.trace().events() - m_eventsAtCheck <= kEventsPerCheck &&
        !now)
        return;
    m_eventsAtCheck = m_trace.trace().events();
    m_trace.keepBelowCap(ChunkReserve::process().bytes() + m_builder.bytes());
}

// Before events are lost, their detail is: from a quarter of the reserve on, what is read is added to the totals, and little of
// it is kept, which takes no new memory, so that it stays in a cache.
void Ingest::lookAtBacklog(std::size_t writers)
{
    constexpr std::int64_t kOwn = 3; // chunks of a writer that is not behind
    const ChunkReserve& reserve = ChunkReserve::process();
    const std::int64_t backlog = reserve.inUse() - kOwn * static_cast<std::int64_t>(writers);
    if (backlog > reserve.most() / 4)
        m_thrifty = true;
    else if (backlog < reserve.most() / 16)
        m_thrifty = false;
}

// Up to where all streams were taken. Another process's stamps are not trusted: they delay nothing for long.
std::int64_t Ingest::settledUntil(std::int64_t nowNs, const std::vector<Stream>& behind) const
{
    constexpr std::int64_t kPatienceNs = 1'000'000'000;
    std::int64_t untilNs = nowNs;
    for (const Stream& stream : behind)
        untilNs = std::min(untilNs, m_builder.clock().toNs(stream.next));
    return std::max(untilNs, nowNs - kPatienceNs);
}

// Always from the stream that is furthest behind, a chunk of it at most, and no more than some ms ahead of the others (a
// preempted thread has moments in one chunk that are far apart): code that merges streams (a lock's holds, a variable's values)
// then buffers little until the other streams catch up. Returns those with events left.
std::vector<Ingest::Stream> Ingest::drainAll(Ticks until, std::int64_t deadlineNs)
{
    std::vector<Stream> streams;
    for (std::shared_ptr<Feed>& feed : m_recorder.feeds())
        if (Stream stream{std::move(feed)}; peek(stream))
            streams.push_back(std::move(stream));
    constexpr std::size_t kChunksPerLook = 32;
    for (std::size_t chunks = 0; !streams.empty() && monotonicNs() < deadlineNs; ++chunks) {
        if (chunks % kChunksPerLook == 0) {
            lookAtBacklog(m_recorder.feeds().size());
            if (m_thrifty)
                m_trace.dropDetail();
        }
        const auto furthest = std::ranges::min_element(streams, {}, &Stream::next);
        constexpr double kAheadNs = 2e6;
        Ticks others = std::numeric_limits<Ticks>::max();
        for (const Stream& stream : streams)
            if (&stream != &*furthest)
                others = std::min(others, stream.next);
        const auto ahead = static_cast<Ticks>(ticksPerNs() * kAheadNs);
        const Ticks notAfter = others > std::numeric_limits<Ticks>::max() - ahead ? others : others + ahead;
        if (drainChunk(*furthest, until, notAfter) && peek(*furthest))
            continue;
        *furthest = std::move(streams.back());
        streams.pop_back();
    }
    return streams;
}

// Takes the oldest chunk's events up to `notAfter`. False: later ones are left.
bool Ingest::drainChunk(Stream& stream, Ticks until, Ticks notAfter)
{
    Chunk* const chunk = stream.feed->source().oldest();
    std::uint32_t& read = m_read[stream.feed.get()];
    // A worker process may write anything into its segment: the count is not trusted.
    const std::uint32_t count = std::min(chunk->count.load(std::memory_order_acquire), Chunk::kEvents);
    while (read < count) {
        Event event = chunk->events[read];
        // A writer may be faster than this: later events are left for the next drain, so that this one ends. (A chunk is always
        // taken: a stamp from the future, which a worker process may write, blocks nothing permanently.)
        const Ticks at = writtenAt(event);
        if (at > notAfter)
            return true;
        if (++stream.taken > Chunk::kEvents && at > until)
            return false;
        ++read; // before it may fail: it would count twice
        if (stream.feed->translate(event))
            m_builder.take(event);
    }
    return true;
}

// Reads the time of the stream's next event; false when it has none.
bool Ingest::peek(Stream& stream)
{
    ChunkSource& source = stream.feed->source();
    Chunk* chunk = source.oldest();
    if (chunk == nullptr)
        return false;
    std::uint32_t& read = m_read[stream.feed.get()];
    if (read == Chunk::kEvents) {
        if (!source.recycleOldest())
            return false; // the writer has not moved on
        read = 0;
        chunk = source.oldest();
    }
    if (read >= chunk->count.load(std::memory_order_acquire))
        return false;
    stream.next = writtenAt(chunk->events[read]);
    return true;
}

// The state at the moment up to which all streams were taken, which is what can be shown.
void Ingest::setBack(Snapshot& snapshot, const std::vector<Stream>& behind) const
{
    // Another process's events and stamps are not trusted: they delay nothing.
    Ticks reached = std::numeric_limits<Ticks>::max();
    for (const Stream& stream : behind) {
        if (stream.feed->isForeign())
            snapshot.exact = false;
        else
            reached = std::min(reached, stream.next);
    }
    if (reached == std::numeric_limits<Ticks>::max())
        return;
    m_builder.setBack(snapshot, reached);
    for (const Stream& stream : behind) {
        const Chunk* const chunk = stream.feed->source().oldest();
        if (stream.feed->isForeign())
            continue;
        const std::uint32_t count = std::min(chunk->count.load(std::memory_order_acquire), Chunk::kEvents);
        for (std::uint32_t i = m_read.at(stream.feed.get()); i < count; ++i)
            m_builder.addOpen(snapshot, chunk->events[i], reached);
    }
    snapshot.nowNs = std::max(snapshot.nowNs, m_shownNs);
}

} // namespace threadscape
