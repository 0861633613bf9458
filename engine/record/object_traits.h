#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace threadscape {

/// The kinds of objects that threads share, or wait for.
enum class ObjectKind : std::uint8_t {
    lock,
    rlock,
    condition,
    variable,
    queue,
    semaphore,
    pool,
    thread,
    barrier,
    boundedSemaphore,
    storage,    ///< where files are stored
    connection, ///< to another thread, process or machine
    pipe,       ///< for messages to another process
    processPool,
    gil,       ///< an interpreter lock
    eventLoop, ///< runs tasks on one thread
    task,      ///< one task of an event loop, or several
    readWriteLock,
};
inline constexpr ObjectKind kLastObjectKind = ObjectKind::readWriteLock;

/// The number of tracks that may hold an object at a time.
enum class Holders : std::uint8_t { none, one, many };

/// All properties of a kind of object, for recording, reading, summing up and drawing objects.
struct ObjectTraits {
    const char* name; ///< in result files
    Holders holders = Holders::none;
    bool hasValue =
        false; ///< a changing value: a variable's own, a queue's length, a semaphore's permits in use
    bool takesTasks = false;
    bool carriesMessages = false;
};

/// By kind.
inline constexpr std::array<ObjectTraits, static_cast<std::size_t>(kLastObjectKind) + 1> kObjectTraits{{
    {.name = "Lock", .holders = Holders::one},
    {.name = "RLock", .holders = Holders::one},
    {.name = "Condition"},
    {.name = "variable", .hasValue = true},
    {.name = "Queue", .hasValue = true, .carriesMessages = true},
    {.name = "Semaphore", .holders = Holders::many, .hasValue = true},
    {.name = "ThreadPool", .takesTasks = true},
    {.name = "Thread"},
    {.name = "Barrier"},
    {.name = "BoundedSemaphore", .holders = Holders::many, .hasValue = true},
    {.name = "Storage"},
    {.name = "Connection"},
    {.name = "Pipe", .carriesMessages = true},
    {.name = "ProcessPool", .takesTasks = true},
    {.name = "GIL", .holders = Holders::one},
    {.name = "EventLoop"},
    {.name = "Task"},
    {.name = "ReadWriteLock", .holders = Holders::many, .hasValue = true},
}};

constexpr const ObjectTraits& traitsOf(ObjectKind kind) noexcept
{
    return kObjectTraits[static_cast<std::size_t>(kind)];
}
constexpr const char* objectKindName(ObjectKind kind) noexcept
{
    return traitsOf(kind).name;
}

/// Whether it is held, by one track at a time.
constexpr bool isLock(ObjectKind kind) noexcept
{
    return traitsOf(kind).holders == Holders::one;
}
/// Whether it is held, by one track or several.
constexpr bool isHeld(ObjectKind kind) noexcept
{
    return traitsOf(kind).holders != Holders::none;
}
/// Whether tasks are submitted to it.
constexpr bool isPool(ObjectKind kind) noexcept
{
    return traitsOf(kind).takesTasks;
}
constexpr bool carriesMessages(ObjectKind kind) noexcept
{
    return traitsOf(kind).carriesMessages;
}
constexpr bool hasValue(ObjectKind kind) noexcept
{
    return traitsOf(kind).hasValue;
}

} // namespace threadscape
