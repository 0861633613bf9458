#include "async/relay.h"

#include "async/event_loop.h"

namespace threadscape {

void Relay::arrive(TrackId track)
{
    const std::lock_guard guard(m_mutex); // as long as somebody waits, the loop lives
    if (m_loop == nullptr)
        return;
    m_by = track;
    m_loop->takeLater(shared_from_this(), track);
}

bool Relay::cutOff() noexcept
{
    const std::lock_guard guard(m_mutex);
    return std::exchange(m_loop, nullptr) != nullptr;
}

void Relay::deliver()
{
    if (cutOff())
        m_arrived(m_by);
}

} // namespace threadscape
