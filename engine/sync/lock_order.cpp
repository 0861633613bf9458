#include "sync/lock_order.h"

#include "base/scoped_lock.h"

namespace threadscape {

void LockOrder::add(ObjectId held, ObjectId taken, TrackId track) noexcept
{
    const ScopedLock guarded(m_guard);
    if (isNoted(held, taken) || held == taken)
        return;
    m_noted[held][taken / kBits].fetch_or(std::uint64_t{1} << (taken % kBits), std::memory_order_relaxed);
    m_met.push_back({held, taken, track});
}

std::vector<LockOrder::BothOrders> LockOrder::bothOrders() const
{
    const ScopedLock guarded(m_guard);
    std::vector<BothOrders> both;
    for (std::size_t later = 0; later < m_met.size(); ++later)
        for (std::size_t earlier = 0; earlier < later; ++earlier)
            if (m_met[earlier].held == m_met[later].taken && m_met[earlier].taken == m_met[later].held)
                both.push_back(
                    {m_met[earlier].held, m_met[earlier].taken, m_met[earlier].track, m_met[later].track});
    return both;
}

} // namespace threadscape
