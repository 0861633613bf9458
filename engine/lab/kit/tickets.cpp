#include "lab/kit/tickets.h"

#include "base/scoped_lock.h"
#include "lab/lab.h"

namespace threadscape {

Tickets::Ticket::~Ticket()
{
    if (m_all == nullptr)
        return;
    {
        const ScopedLock guard(m_all->m_mutex);
        m_all->m_givenBack.push_back(m_number);
    }
    m_all->m_lab.announce();
}

void Tickets::Ticket::done()
{
    Tickets& all = *std::exchange(m_all, nullptr);
    {
        const ScopedLock guard(all.m_mutex);
        if (++all.m_done < all.m_count)
            return;
    }
    all.m_lab.announce();
}

std::optional<Tickets::Ticket> Tickets::take()
{
    std::optional<std::int64_t> number;
    m_lab.idleUntil([&] {
        const ScopedLock guard(m_mutex);
        if (!m_givenBack.empty()) {
            number = m_givenBack.back();
            m_givenBack.pop_back();
        } else if (m_taken < m_count) {
            number = ++m_taken;
        }
        return number || m_done == m_count;
    });
    if (!number)
        return std::nullopt;
    return std::optional<Ticket>(std::in_place, *this, *number);
}

void Tickets::join()
{
    m_lab.idleUntil([&] {
        const ScopedLock guard(m_mutex);
        return m_done == m_count;
    });
}

} // namespace threadscape
