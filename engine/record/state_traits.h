#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace threadscape {

/// The states of a thread, process or task.
enum class State : std::uint8_t {
    running,
    ready,
    lock,
    semaphore,
    condition,
    queue,
    join,
    future,
    sleep,
    io,
    gil,
    idle,
    unknown,
};
inline constexpr int kStates = 13;

/// What a track in a state waits for.
enum class WaitsFor : std::uint8_t {
    nothing,
    time,
    somebody, ///< or something that happens
    holder,   ///< that the holder of an object releases it
};

/// All properties of a state.
struct StateTraits {
    const char* name; ///< in result files
    WaitsFor waitsFor = WaitsFor::nothing;
};

/// By state.
inline constexpr std::array<StateTraits, kStates> kStateTraits{{
    {"running"},
    {"ready"},
    {"lock", WaitsFor::holder},
    {"semaphore", WaitsFor::holder},
    {"condition", WaitsFor::somebody},
    {"queue", WaitsFor::somebody},
    {"join", WaitsFor::somebody},
    {"future", WaitsFor::somebody},
    {"sleep", WaitsFor::time},
    {"io", WaitsFor::somebody},
    {"gil", WaitsFor::holder},
    {"idle", WaitsFor::somebody},
    {"unknown"},
}};

constexpr const StateTraits& traitsOf(State state) noexcept
{
    return kStateTraits[static_cast<std::size_t>(state)];
}
constexpr const char* stateName(State state) noexcept
{
    return traitsOf(state).name;
}
/// Whether a track in this state waits for something that others hold.
constexpr bool awaitsHeld(State state) noexcept
{
    return traitsOf(state).waitsFor == WaitsFor::holder;
}
/// Whether it waits for all of its holders. (For a semaphore, any one of them.)
constexpr bool awaitsLock(State state) noexcept
{
    return awaitsHeld(state) && state != State::semaphore;
}

} // namespace threadscape
