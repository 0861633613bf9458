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
    Actor& loop = Actor::current();
    if (at < m_writtenAt) { // a variable is written in the order of time: not before what it was last
        at = m_writtenAt;
        track = loop.track();
    }
    m_writtenAt = at;
    loop.writer().write(momentEvent(EventKind::write, track, m_object, at, value, ++m_writes));
}

} // namespace threadscape
