#include "trace/trace.h"

#include "base/scoped_lock.h"

namespace threadscape {

Trace::Trace(std::shared_ptr<Catalogue> catalogue, std::size_t capBytes)
    : m_catalogue(std::move(catalogue)), m_capBytes(capBytes), m_snapshot(std::make_shared<Snapshot>())
{
}

std::shared_ptr<const Snapshot> Trace::snapshot() const
{
    const ScopedLock guard(m_snapshotMutex);
    return m_snapshot;
}

void Trace::publish(std::shared_ptr<const Snapshot> snapshot)
{
    const ScopedLock guard(m_snapshotMutex);
    m_snapshot = std::move(snapshot);
}

Lane& Trace::laneFor(TrackId track)
{
    while (m_lanes.size() <= track)
        m_lanes.emplace(std::make_unique<Lane>());
    return *m_lanes[track];
}

ObjectLane& Trace::objectFor(ObjectId object)
{
    while (m_objects.size() <= object) {
        auto lane = std::make_unique<ObjectLane>();
        const std::size_t id = m_objects.size();
        if (id < m_catalogue->objects() && isHeld(m_catalogue->object(static_cast<ObjectId>(id)).kind))
            lane->totals = std::make_unique<LockTotals>();
        m_objects.emplace(std::move(lane));
    }
    return *m_objects[object];
}

void Trace::keepBelowCap()
{
    std::size_t total = 0;
    for (std::size_t i = 0; i < m_lanes.size(); ++i)
        total += m_lanes[i]->bytes();
    for (std::size_t i = 0; i < m_objects.size(); ++i) {
        total += m_objects[i]->values.bytes() + m_objects[i]->holds.bytes() + m_objects[i]->tasks.bytes();
        for (const MessageSeries& way : m_objects[i]->messages)
            total += way.bytes();
    }
    m_bytes.store(total, std::memory_order_relaxed);
    if (total <= m_capBytes)
        return;
    // Does not wait for an active reader: the cap is enforced at the next drain.
    if (!m_thinning.try_lock())
        return;
    const ScopedLock alone(m_thinning, std::adopt_lock);
    thin(total);
}

// `total`: how much there is.
void Trace::thin(std::size_t total)
{
    const std::size_t wanted = total - m_capBytes + m_capBytes / 16;
    std::size_t freed = 0;
    bool any = true;
    const auto thinOne = [&](auto& channel) {
        const std::size_t before = channel.firstKept();
        const std::size_t bytes = channel.thin();
        if (bytes == 0)
            return;
        any = true;
        freed += bytes;
        m_thinned.fetch_add(channel.firstKept() - before, std::memory_order_relaxed);
    };
    // Whatever has no span of its own left is not counted as one.
    const auto release = [&](std::size_t bytes) {
        any = any || bytes > 0;
        freed += bytes;
    };
    while (freed < wanted && any) {
        any = false;
        for (std::size_t i = 0; i < m_lanes.size(); ++i) {
            Lane& lane = *m_lanes[i];
            thinOne(lane.waits);
            for (auto& channel : lane.holds)
                thinOne(channel);
            for (auto& channel : lane.operations)
                thinOne(channel);
            release(lane.moments.releaseOldest());
        }
        for (std::size_t i = 0; i < m_objects.size(); ++i) {
            release(m_objects[i]->holds.releaseOldest());
            release(m_objects[i]->values.thin());
        }
    }
    m_bytes.store(total - freed, std::memory_order_relaxed);
}

} // namespace threadscape
