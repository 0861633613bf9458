#include "sync/process_value.h"

#include "sync/seam.h"

namespace threadscape {

ProcessValue::ProcessValue(Runtime& runtime, std::string name, std::int64_t initial)
    : m_object(runtime.catalogue().addObject(std::move(name), ObjectKind::variable)),
      m_state(SharedState<Memory>::create("threadscape value"))
{
    write(initial);
}

ProcessValue::ProcessValue(Handed handed)
    : m_object(handed.object), m_state(SharedState<Memory>::open(handed))
{
}

std::int64_t ProcessValue::read() noexcept
{
    Actor& actor = uninterruptible(VisibleOperation::read, m_object);
    const std::int64_t value = memory().value.load(std::memory_order_relaxed);
    actor.writer().write(momentEvent(EventKind::read, actor.track(), m_object, ticksNow(), value));
    return value;
}

void ProcessValue::write(std::int64_t value) noexcept
{
    Actor& actor = uninterruptible(VisibleOperation::write, m_object);
    std::uint32_t number = 0;
    {
        // Atomic, as in Shared: the last value drawn is the last one stored.
        const ScopedLock guarded(memory().order);
        memory().value.store(value, std::memory_order_relaxed);
        number = ++memory().writes;
    }
    actor.writer().write(momentEvent(EventKind::write, actor.track(), m_object, ticksNow(), value, number));
}

std::int64_t ProcessValue::readSilently() noexcept
{
    uninterruptible(VisibleOperation::read, m_object);
    return memory().value.load(std::memory_order_relaxed);
}

void ProcessValue::writeSilently(std::int64_t value) noexcept
{
    uninterruptible(VisibleOperation::write, m_object);
    memory().value.store(value, std::memory_order_relaxed);
}

std::int64_t ProcessValue::addSilently(std::int64_t by) noexcept
{
    uninterruptible(VisibleOperation::write, m_object);
    return memory().value.fetch_add(by, std::memory_order_relaxed);
}

} // namespace threadscape
