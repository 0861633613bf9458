#include "lab/kit/queue_order.h"

#include "base/scoped_lock.h"

#include <algorithm>
#include <vector>

namespace threadscape {

void QueueOrder::expect(Discipline discipline)
{
    const ScopedLock guard(m_mutex);
    m_discipline = discipline;
}

void QueueOrder::put(std::uint32_t number, std::int64_t priority, std::int64_t item)
{
    tell(number, {true, priority, item});
}

void QueueOrder::took(std::uint32_t number, std::int64_t item)
{
    tell(number, {false, 0, item});
}

bool QueueOrder::kept() const
{
    const ScopedLock guard(m_mutex);
    return m_kept;
}

std::int64_t QueueOrder::judged() const
{
    const ScopedLock guard(m_mutex);
    return m_judged;
}

std::int64_t QueueOrder::longest() const
{
    const ScopedLock guard(m_mutex);
    return m_longest;
}

void QueueOrder::tell(std::uint32_t number, Change change)
{
    const ScopedLock guard(m_mutex);
    std::vector<Change> due;
    m_inOrder.push(number, change, [&](const Change& next) { due.push_back(next); });
    for (const Change& next : due)
        judge(next);
}

void QueueOrder::judge(const Change& change)
{
    ++m_judged;
    if (change.put) {
        const Rank rank = m_discipline == Discipline::fifo   ? Rank{m_judged, 0}
                          : m_discipline == Discipline::lifo ? Rank{-m_judged, 0}
                                                             : Rank{change.priority, change.item};
        m_kept = m_kept && m_ranks.emplace(change.item, rank).second;
        m_waiting.emplace(rank, change.item);
        m_longest = std::max(m_longest, static_cast<std::int64_t>(m_waiting.size()));
        return;
    }
    m_kept = m_kept && !m_waiting.empty() && m_waiting.begin()->second == change.item;
    if (const auto waits = m_ranks.find(change.item); waits != m_ranks.end()) {
        m_waiting.erase({waits->second, change.item});
        m_ranks.erase(waits);
    }
}

} // namespace threadscape
