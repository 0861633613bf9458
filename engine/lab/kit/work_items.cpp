#include "lab/kit/work_items.h"

#include "base/scoped_lock.h"
#include "lab/lab.h"

namespace threadscape {

WorkItems::Item::~Item()
{
    if (m_all == nullptr)
        return;
    {
        const ScopedLock guard(m_all->m_mutex);
        m_all->m_returned.push_back(m_number);
    }
    m_all->m_lab.announce();
}

void WorkItems::Item::done()
{
    WorkItems& all = *std::exchange(m_all, nullptr);
    {
        const ScopedLock guard(all.m_mutex);
        if (++all.m_done < all.m_count)
            return;
    }
    all.m_lab.announce();
}

std::optional<WorkItems::Item> WorkItems::take()
{
    std::optional<std::int64_t> number;
    m_lab.idleUntil([&] {
        const ScopedLock guard(m_mutex);
        if (!m_returned.empty()) {
            number = m_returned.back();
            m_returned.pop_back();
        } else if (m_taken < m_count) {
            number = ++m_taken;
        }
        return number || m_done == m_count;
    });
    if (!number)
        return std::nullopt;
    return std::optional<Item>(std::in_place, *this, *number);
}

void WorkItems::join()
{
    m_lab.idleUntil([&] {
        const ScopedLock guard(m_mutex);
        return m_done == m_count;
    });
}

} // namespace threadscape
