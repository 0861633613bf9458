#include "async/loop_load.h"

namespace threadscape {

LoopLoad::LoopLoad(Runtime& runtime)
    : m_at(ticksNow()), m_by(Actor::current().track()), m_ready(runtime, kReady), m_waiting(runtime, kWaiting)
{
    show(0, 0, m_by, m_at);
}

LoopLoad::Gauge::Gauge(Runtime& runtime, const char* name)
    : m_object(runtime.catalogue().addObject(name, ObjectKind::variable, TS_NAME("name", "tasks")))
{
}

void LoopLoad::Gauge::write(std::int64_t value, TrackId track, Ticks at) noexcept
{
    m_value = value;
    Actor::current().writer().write(momentEvent(EventKind::write, track, m_object, at, value, ++m_writes));
}

} // namespace threadscape
