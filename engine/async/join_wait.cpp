#include "async/join_wait.h"

#include "async/event_loop.h"
#include "sync/misuse.h"

namespace threadscape {

void JoinWait::begin()
{
    if (m_awaited.get() == loop().running())
        throw Misuse(
            Text(TS_TEXT("async", "%1 cannot wait for its own end.")).arg(NameArg{m_awaited->name()}));
    setObject(m_awaited->object());
    m_awaited->addWaiter(*this);
}

void JoinWait::giveUp() noexcept
{
    m_awaited->removeWaiter(*this);
    complete(kNoTrack, WaitEnd::stopped);
}

} // namespace threadscape
