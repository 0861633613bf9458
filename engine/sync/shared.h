#pragma once

#include "sync/runtime.h"
#include "sync/seam.h"

#include <concepts>
#include <string>

namespace threadscape {

/// A variable whose every read and write is visible, and subject to races: a read and a write are two steps, and writes by
/// others in between are lost. (Underneath are relaxed atomics: the same lesson as a data race, without its undefined
/// behaviour.)
/// Threads: any actor's.
template <std::integral T>
class Shared {
public:
    Shared(Runtime& runtime, std::string name, T initial, std::string unit = {})
        : m_object(runtime.catalogue().addObject(std::move(name), ObjectKind::variable, std::move(unit)))
    {
        write(initial);
    }
    /// From a type with its name and unit: see Variable.
    template <typename V>
    requires requires(const V& variable) { variable.name, variable.unit; }
    Shared(Runtime& runtime, const V& variable, T initial)
        : Shared(runtime, variable.name, initial, variable.unit)
    {
    }
    /// For loops of millions, where recording would take far longer than the access: its accesses are neither recorded nor
    /// announced at the seam, unless the run has a SeamObserver. Then it is an ordinary variable.
    struct Silent {};
    Shared(Runtime& runtime, Silent /*silent*/, std::string name, T initial)
        : m_object(runtime.observer() != nullptr
                       ? runtime.catalogue().addObject(std::move(name), ObjectKind::variable)
                       : kNoObject)
    {
        write(initial);
    }

    T read() noexcept
    {
        if (m_object == kNoObject)
            return m_value.load(std::memory_order_relaxed);
        Actor& actor = uninterruptible(VisibleOperation::read, m_object);
        const T value = m_value.load(std::memory_order_relaxed);
        actor.writer().write(momentEvent(EventKind::read, actor.track(), m_object, ticksNow(),
                                         static_cast<std::int64_t>(value), 0, actor.label()),
                             actor.label());
        return value;
    }

    void write(T value) noexcept
    {
        if (m_object == kNoObject) {
            m_value.store(value, std::memory_order_relaxed);
            return;
        }
        modify([&](T /*before*/) { return value; });
    }

    /// Atomic add: nothing is lost. Returns the old value.
    T fetchAdd(T by) noexcept
    {
        if (m_object == kNoObject)
            return m_value.fetch_add(by, std::memory_order_relaxed);
        return modify([&](T before) { return before + by; });
    }

    ObjectId object() const noexcept { return m_object; }

private:
    template <typename Change>
    T modify(Change&& change) noexcept
    {
        Actor& actor = uninterruptible(VisibleOperation::write, m_object);
        T before{};
        T after{};
        std::uint32_t number = 0;
        {
            // The modification's number and the modification itself are one step, so that the last value drawn is the last one
            // stored. Between a read and a write others may still write.
            const ScopedLock guarded(m_order);
            before = m_value.load(std::memory_order_relaxed);
            after = change(before);
            m_value.store(after, std::memory_order_relaxed);
            number = ++m_writes;
        }
        actor.writer().write(momentEvent(EventKind::write, actor.track(), m_object, ticksNow(),
                                         static_cast<std::int64_t>(after), number, actor.label()),
                             actor.label());
        return before;
    }

    ObjectId m_object = kNoObject;
    std::atomic<T> m_value{};
    Guard m_order;
    std::uint32_t m_writes TS_GUARDED_BY(m_order) = 0;
};

} // namespace threadscape
