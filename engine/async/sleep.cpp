#include "async/sleep.h"

namespace threadscape {

void Sleep::begin()
{
    const std::int64_t durationNs = m_durationNs();
    if (durationNs <= 0) {
        setState(State::ready);
        complete();
        return;
    }
    m_startNs = monotonicNs();
    m_place = loop().addTimer(m_startNs + durationNs, *this);
}

void Sleep::cancel() noexcept
{
    loop().removeTimer(m_place);
    complete(kNoTrack, WaitEnd::stopped);
}

void Sleep::due() noexcept
{
    const std::int64_t dueNs = m_place->first;
    loop().removeTimer(m_place);
    completeDue(dueNs);
}

void Sleep::retime() noexcept
{
    const std::int64_t dueNs = m_startNs + m_durationNs();
    loop().removeTimer(m_place);
    m_place = loop().addTimer(dueNs, *this);
}

} // namespace threadscape
