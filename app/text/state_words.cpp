#include "text/state_words.h"

#include <array>

namespace threadscape {

namespace {

struct StateWords {
    Template words;   ///< as part of a sentence
    Template heading; ///< over a column of times
};

/// By state, in its order.
constexpr std::array<StateWords, kStates> kWords{{
    {TS_TEXT("states", "running"), TS_TEXT("state heading", "running")},
    {TS_TEXT("states", "ready, wants a core"), TS_TEXT("state heading", "wanted a core")},
    {TS_TEXT("states", "waiting for a lock"), TS_TEXT("state heading", "lock")},
    {TS_TEXT("states", "waiting for a semaphore"), TS_TEXT("state heading", "semaphore")},
    {TS_TEXT("states", "waiting on a condition"), TS_TEXT("state heading", "condition")},
    {TS_TEXT("states", "waiting on a queue"), TS_TEXT("state heading", "queue")},
    {TS_TEXT("states", "waiting for others to end"), TS_TEXT("state heading", "join")},
    {TS_TEXT("states", "waiting for a result"), TS_TEXT("state heading", "result")},
    {TS_TEXT("states", "sleeping"), TS_TEXT("state heading", "asleep")},
    {TS_TEXT("states", "input or output"), TS_TEXT("state heading", "input/output")},
    {TS_TEXT("states", "waiting for the interpreter lock"), TS_TEXT("state heading", "interpreter lock")},
    {TS_TEXT("states", "idle"), TS_TEXT("state heading", "idle")},
    {TS_TEXT("states", "unknown"), TS_TEXT("state heading", "unknown")},
}};

/// Tasks share one thread, and when ready wait for that thread.
constexpr StateWords kReadyTask{TS_TEXT("states", "ready, wants its turn"),
                                TS_TEXT("state heading", "wanted its turn")};

constexpr const StateWords& wordsOf(State state, bool tasks) noexcept
{
    return tasks && state == State::ready ? kReadyTask : kWords[static_cast<std::size_t>(state)];
}

} // namespace

Template stateWords(State state, bool tasks) noexcept
{
    return wordsOf(state, tasks).words;
}

Template stateHeading(State state, bool tasks) noexcept
{
    return wordsOf(state, tasks).heading;
}

} // namespace threadscape
