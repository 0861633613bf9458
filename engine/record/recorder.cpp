#include "record/recorder.h"

#include "base/scoped_lock.h"
#include "record/heap_chunks.h"

#include <algorithm>

namespace threadscape {

namespace {

class WriterFeed final : public Feed {
public:
    WriterFeed() : m_writer(std::make_unique<HeapChunks>()) {}
    ChunkSource& source() noexcept override { return m_writer.source(); }
    void finish() noexcept override { m_writer.tellLoss(); }
    Writer& writer() noexcept { return m_writer; }

private:
    Writer m_writer;
};

double measureSpanCost()
{
    Writer writer(std::make_unique<HeapChunks>());
    constexpr int kBatches = 8;
    constexpr int kSpans = 2'000;
    std::int64_t best = INT64_MAX; // an interrupted batch measures the interruption
    for (int batch = 0; batch < kBatches; ++batch) {
        const std::int64_t from = monotonicNs();
        for (int i = 0; i < kSpans; ++i) {
            const Ticks start = ticksNow();
            writer.write(spanEvent(EventKind::wait, 0, 0, start, ticksNow(), 0, 0));
        }
        best = std::min(best, monotonicNs() - from);
        while (writer.source().oldest()->count.load(std::memory_order_relaxed) == Chunk::kEvents &&
               writer.source().recycleOldest()) {
        }
    }
    return static_cast<double>(best) / kSpans;
}

} // namespace

bool Feed::translate(Event& /*event*/) noexcept
{
    return true;
}

Recorder::Recorder() : m_start(readAnchor()) {}

Writer& Recorder::takeWriter()
{
    {
        const ScopedLock guard(m_mutex);
        if (!m_idle.empty()) {
            Writer& writer = *m_idle.back();
            m_idle.pop_back();
            return writer;
        }
    }
    auto feed = std::make_shared<WriterFeed>(); // touches memory: not under the mutex
    Writer& writer = feed->writer();
    addFeed(std::move(feed));
    return writer;
}

void Recorder::giveBack(Writer& writer) noexcept
{
    const ScopedLock guard(m_mutex);
    m_idle.push_back(&writer); // there is room, see addFeed
}

void Recorder::addFeed(std::shared_ptr<Feed> feed)
{
    const ScopedLock guard(m_mutex);
    m_feeds.push_back(std::move(feed));
    m_idle.reserve(m_feeds.capacity()); // so that giving back cannot fail
}

std::vector<std::shared_ptr<Feed>> Recorder::feeds() const
{
    const ScopedLock guard(m_mutex);
    return m_feeds;
}

double spanCostNs()
{
    static const double kCost = measureSpanCost();
    return kCost;
}

} // namespace threadscape
