#include "async/timeout.h"

namespace threadscape {

TimedOut timedOutAfter(std::chrono::nanoseconds limit)
{
    return TimedOut(Text(TS_TEXT("async", "It did not come within %1.")).arg(DurationArg{limit.count()}));
}

Deadline::Deadline(EventLoop& loop, std::chrono::nanoseconds limit)
    : m_loop(loop),
      m_task(*loop.running()),
      m_limit(limit),
      m_place(loop.addTimer(monotonicNs() + limit.count(), *this))
{
}

Deadline::~Deadline()
{
    if (m_expired)
        m_task.forgetTimeOut();
    else
        m_loop.removeTimer(m_place);
}

void Deadline::due() noexcept
{
    m_expired = true;
    m_loop.removeTimer(m_place);
    m_task.timeOut();
}

void Deadline::throwTimedOut() const
{
    throw timedOutAfter(m_limit);
}

} // namespace threadscape
