#include "async/relay.h"

#include "async/event_loop.h"
#include "base/scoped_lock.h"

namespace threadscape {

void Relay::arrive(TrackId track)
{
    const ScopedLock guard(m_mutex); // the loop lives as long as there is a waiter
    if (m_loop == nullptr)
        return;
    m_by = track;
    m_loop->takeLater(shared_from_this(), track);
}

bool Relay::cutOff() noexcept
{
    const ScopedLock guard(m_mutex);
    return std::exchange(m_loop, nullptr) != nullptr;
}

void Relay::deliver()
{
    TrackId by = kNoTrack;
    {
        const ScopedLock guard(m_mutex);
        if (std::exchange(m_loop, nullptr) == nullptr)
            return;
        by = m_by;
    }
    m_arrived(by);
}

} // namespace threadscape
