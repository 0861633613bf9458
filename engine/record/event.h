#pragma once

#include "os/clock.h"
#include "record/state_traits.h"

#include <cstdint>

namespace threadscape {

/// The line of a program or a listing of an operation; a number of the catalogue's, 0: unknown.
using Label = std::uint16_t;
inline constexpr Label kLastLabel = (1U << 12U) - 1;

using TrackId = std::uint16_t;  ///< a lane: thread, process, task, core; index into Trace::track
using ObjectId = std::uint16_t; ///< a lock, condition, variable, counter; index into Trace::object
inline constexpr TrackId kNoTrack = 0xFFFF;
inline constexpr ObjectId kNoObject = 0xFFFF;

/// How a wait ended: with or without success.
enum class WaitEnd : std::uint8_t { served, timedOut, stopped };

/// What a wait was for, if an object has several conditions to wait for.
enum class WaitFor : std::uint8_t {
    unsaid,
    item,   ///< a queue that was empty
    room,   ///< a queue that was full
    shared, ///< a ReadWriteLock, shared, to read; else exclusive
};

/// The detail of a wait: the track that ended it (kNoTrack: none is known), how it ended, and what it was for.
constexpr std::uint32_t waitDetail(TrackId waker, WaitEnd end = WaitEnd::served,
                                   WaitFor what = WaitFor::unsaid) noexcept
{
    return waker | (static_cast<std::uint32_t>(end) << 16U) | (static_cast<std::uint32_t>(what) << 18U);
}
constexpr WaitFor waitForOf(std::uint32_t waitDetail) noexcept
{
    return static_cast<WaitFor>((waitDetail >> 18U) & 3U);
}
/// In the detail of a wait that is still open: it has a time-out, or may end from outside the run.
inline constexpr std::uint32_t kWakeableWait = 1U << 20U;
/// In the detail of a worker process's wait: the waker's number is the run's, not the worker's.
inline constexpr std::uint32_t kWakerOfRun = 1U << 21U;
constexpr TrackId wakerOf(std::uint32_t waitDetail) noexcept
{
    return static_cast<TrackId>(waitDetail);
}
constexpr WaitEnd waitEndOf(std::uint32_t waitDetail) noexcept
{
    return static_cast<WaitEnd>((waitDetail >> 16U) & 3U);
}

/// How the number of an operation follows its name, if at all.
enum class NumberStyle : std::uint8_t {
    none,
    change,  ///< "deposit +7"
    ordinal, ///< "task 7"
    stall,   ///< it blocked an event loop's other tasks for this number of us
};

/// The kind of an event. Spans carry a start and a duration and are written when they end; moments carry a value.
enum class EventKind : std::uint8_t {
    wait, ///< span: `slot` is the State, `object` what was waited for, `detail` which track ended it, and how (see waitDetail)
    hold, ///< span: `object` a lock, `detail` the lock's acquisition number, `slot` the holder's hold slot (see holdSlot)
    operation, ///< span: `object` a text id, `detail` a number for it, `slot` the depth, `label` a NumberStyle
    begin,     ///< moment: the track's first instruction; value = the system's id of its thread, 0: unknown
    end,       ///< moment: the track's last instruction
    read,      ///< moment: `object` a variable, value
    write,     ///< moment: `object` a variable, value, `number` which modification it was, from 1
    notify,    ///< moment: `object` a condition, value = the number of waiters woken
    mark,      ///< moment: `object` a text id (a setting was changed), value = text id of the new value
    print,     ///< moment: `object` unused, value = text id
    gap,       ///< span: `detail` events were lost
    task,      ///< moment: `object` a pool, value a TaskStep, `number` the task's own in the pool, from 1
    message, ///< moment: `object` a pipe, value a MessageStep, `number` the message's own in its direction, from 1
    woken,   ///< moment: a track, or a timer, ended the wait that the track records next: value ns before
    cpuTime, ///< moment: value = CPU time in ns that the track has used
    label, ///< moment: value = the label of the next event of the same track and start, which has no room for it
};
inline constexpr EventKind kLastEventKind = EventKind::label;

/// One recorded event: 24 bytes, written by one thread, read by ingest. Plain data without pointers, since a worker
/// process writes the same bytes into shared memory.
struct Event {
    Ticks start = 0;
    std::uint32_t low = 0;  ///< spans: duration, low 32 bits; moments: value, low 32 bits
    std::uint32_t high = 0; ///< spans: detail; moments: value, high 16 bits, below the number's high 16 bits
    ObjectId object = kNoObject;
    TrackId track = kNoTrack;
    std::uint16_t more = 0; ///< spans: duration, high 16 bits (a day in all); moments: number, low 16 bits
    std::uint16_t head = static_cast<std::uint16_t>(EventKind::begin); ///< kind, slot and label, see headOf

    /// Member by member: copying a just written event as a whole reads it back in wider pieces than it was written in, which
    /// defeats store forwarding and stalls for longer than a clock read.
    void assign(const Event& from) noexcept
    {
        start = from.start;
        low = from.low;
        high = from.high;
        object = from.object;
        track = from.track;
        more = from.more;
        head = from.head;
    }

    static constexpr unsigned kKindBits = 5;
    static constexpr unsigned kSlotBits = 4;
    /// Labels up to it fit into an event; others precede it, in an event of their own (see Writer::write).
    static constexpr Label kMostLabel = (1U << (16 - kKindBits - kSlotBits)) - 1;
    static constexpr std::uint16_t headOf(EventKind kind, unsigned slot, unsigned label) noexcept
    {
        return static_cast<std::uint16_t>(static_cast<unsigned>(kind) | (slot << kKindBits) |
                                          ((label <= kMostLabel ? label : 0) << (kKindBits + kSlotBits)));
    }

    EventKind kind() const noexcept { return static_cast<EventKind>(head & ((1U << kKindBits) - 1)); }
    std::uint8_t slot() const noexcept { return (head >> kKindBits) & ((1U << kSlotBits) - 1); }
    /// As far as it has room.
    Label label() const noexcept { return static_cast<Label>(head >> (kKindBits + kSlotBits)); }
    std::uint32_t detail() const noexcept { return high; }
    Ticks duration() const noexcept { return (static_cast<Ticks>(more) << 32U) | low; }
    /// A moment's value: 48 bits and their sign.
    std::int64_t value() const noexcept
    {
        const std::uint64_t bits =
            (static_cast<std::uint64_t>(high) << 48U) | (static_cast<std::uint64_t>(low) << 16U);
        return static_cast<std::int64_t>(bits) >> 16;
    }
    /// Which modification of its variable a write was.
    std::uint32_t number() const noexcept { return (high & 0xFFFF0000U) | more; }
};
static_assert(sizeof(Event) == 24);
static_assert(static_cast<unsigned>(kLastEventKind) < 1U << Event::kKindBits &&
              kStates <= 1 << Event::kSlotBits);

constexpr Event spanEvent(EventKind kind, TrackId track, ObjectId object, Ticks start, Ticks end,
                          std::uint32_t detail, std::uint8_t slot, Label label = 0) noexcept
{
    const Ticks duration = end - start;
    return {start,
            static_cast<std::uint32_t>(duration),
            detail,
            object,
            track,
            static_cast<std::uint16_t>(duration >> 32U),
            Event::headOf(kind, slot, label)};
}

/// The slot of a hold: its index among its holder's, and whether others may hold the object concurrently.
constexpr std::uint8_t holdSlot(unsigned slot, bool shared) noexcept
{
    return static_cast<std::uint8_t>(slot | (shared ? 8U : 0U));
}
constexpr unsigned placeOfHoldSlot(std::uint8_t slot) noexcept
{
    return slot & 7U;
}
constexpr bool isSharedHoldSlot(std::uint8_t slot) noexcept
{
    return (slot & 8U) != 0;
}

/// Values beyond 48 bits (1.4e14) are clamped.
constexpr Event momentEvent(EventKind kind, TrackId track, ObjectId object, Ticks at, std::int64_t value,
                            std::uint32_t number = 0, Label label = 0) noexcept
{
    constexpr std::int64_t kMost = (std::int64_t{1} << 47U) - 1;
    const auto bits = static_cast<std::uint64_t>(value > kMost        ? kMost
                                                 : value < -kMost - 1 ? -kMost - 1
                                                                      : value);
    return {at,
            static_cast<std::uint32_t>(bits),
            (static_cast<std::uint32_t>(bits >> 32U) & 0xFFFFU) | (number & 0xFFFF0000U),
            object,
            track,
            static_cast<std::uint16_t>(number),
            Event::headOf(kind, 0, label)};
}

} // namespace threadscape
