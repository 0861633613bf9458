#include "trace/trace.h"

#include "base/scoped_lock.h"

#include <algorithm>

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

std::size_t ObjectLane::bytes() const noexcept
{
    std::size_t total = sizeof(ObjectLane) + (totals ? sizeof(LockTotals) : 0) + holds.bytes() +
                        values.bytes() + tasks.bytes();
    for (const MessageSeries& way : messages)
        total += way.bytes();
    return total;
}

std::size_t Trace::countBytes() const noexcept
{
    std::size_t total = m_lanes.bytes() + m_objects.bytes() + m_notes.bytes();
    for (std::size_t i = 0; i < m_lanes.size(); ++i)
        total += m_lanes[i]->bytes();
    for (std::size_t i = 0; i < m_objects.size(); ++i)
        total += m_objects[i]->bytes();
    return total;
}

void Trace::keepBelowCap(std::size_t besideBytes)
{
    const std::size_t total = countBytes();
    m_bytes.store(total, std::memory_order_relaxed);
    const std::size_t cap = std::max(m_capBytes - std::min(besideBytes, m_capBytes), m_capBytes / 4);
    if (total > cap)
        thinTo(cap - cap / 16); // not at each of its next growths
}

// Does not wait for an active reader: it is done at the next drain.
void Trace::thinTo(std::size_t bytes)
{
    if (!m_thinning.try_lock())
        return;
    const ScopedLock alone(m_thinning, std::adopt_lock);
    // First the totals of what was dropped long ago, where they take much of the room.
    dropOldestMarks();
    std::size_t total = countBytes();
    while (total > bytes) {
        const std::size_t freed = dropOldest();
        if (freed == 0)
            break;
        total -= std::min(freed, total);
    }
    m_bytes.store(total, std::memory_order_relaxed);
}

// A block of everything. Returns the number of bytes freed.
std::size_t Trace::dropOldest()
{
    std::size_t freed = 0;
    for (std::size_t i = 0; i < m_lanes.size(); ++i)
        freed += dropOldest(*m_lanes[i]);
    for (std::size_t i = 0; i < m_objects.size(); ++i)
        freed += m_objects[i]->holds.releaseOldest() + m_objects[i]->values.thin();
    return freed;
}

std::size_t Trace::dropOldest(Lane& lane)
{
    std::size_t freed = dropOldest(lane.waits);
    for (auto& channel : lane.holds)
        freed += dropOldest(channel);
    for (auto& channel : lane.operations)
        freed += dropOldest(channel);
    return freed + lane.moments.releaseOldest(); // what has no span of its own left is not counted as one
}

template <typename Channel>
std::size_t Trace::dropOldest(Channel& channel)
{
    const std::size_t before = channel.firstKept();
    const std::size_t bytes = channel.thin();
    if (bytes > 0)
        m_thinned.fetch_add(channel.firstKept() - before, std::memory_order_relaxed);
    return bytes;
}

// Until the marks of spans and the groups of values take no more than an eighth of the cap. Returns the number of bytes freed.
std::size_t Trace::dropOldestMarks()
{
    std::size_t marks = 0;
    for (std::size_t i = 0; i < m_lanes.size(); ++i)
        marks += m_lanes[i]->markBytes();
    for (std::size_t i = 0; i < m_objects.size(); ++i)
        marks += m_objects[i]->values.groupBytes();
    constexpr std::size_t kShare = 8;
    std::size_t all = 0;
    std::size_t freed = 1;
    while (marks > all + m_capBytes / kShare && freed > 0) {
        freed = 0;
        for (std::size_t i = 0; i < m_lanes.size(); ++i) {
            Lane& lane = *m_lanes[i];
            freed += lane.waits.thinMarks();
            for (auto& channel : lane.holds)
                freed += channel.thinMarks();
            for (auto& channel : lane.operations)
                freed += channel.thinMarks();
        }
        for (std::size_t i = 0; i < m_objects.size(); ++i)
            freed += m_objects[i]->values.thinGroups();
        all += freed;
    }
    return all;
}

} // namespace threadscape
