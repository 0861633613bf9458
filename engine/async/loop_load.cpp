#include "async/loop_load.h"

#include <algorithm>

namespace threadscape {

LoopLoad::LoopLoad(Runtime& runtime) : m_ready(runtime, kReady), m_waiting(runtime, kWaiting) {}

LoopLoad::Gauge::Gauge(Runtime& runtime, const char* name)
    : m_object(runtime.catalogue().addObject(name, ObjectKind::variable, TS_NAME("name", "tasks")))
{
    write(0, Actor::current().track(), ticksNow());
}

void LoopLoad::Gauge::write(std::int64_t value, TrackId track, Ticks at) noexcept
{
    m_value = value;
    // A variable is written in the order of time. What was so before its last change is told together with that, on the lane that told
    // of it: others may have been waiting then.
    if (at >= m_writtenAt) {
        m_writtenAt = at;
        m_writtenBy = track;
    }
    Actor::current().writer().write(
        momentEvent(EventKind::write, m_writtenBy, m_object, m_writtenAt, value, ++m_writes));
}

} // namespace threadscape
