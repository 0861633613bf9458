#include "text/state_words.h"

namespace threadscape {

Template stateWords(State state, bool tasks) noexcept
{
    switch (state) {
    case State::running: return TS_TEXT("states", "running");
    case State::ready:
        return tasks ? TS_TEXT("states", "ready, wants its turn") : TS_TEXT("states", "ready, wants a core");
    case State::lock: return TS_TEXT("states", "waiting for a lock");
    case State::semaphore: return TS_TEXT("states", "waiting for a semaphore");
    case State::condition: return TS_TEXT("states", "waiting on a condition");
    case State::queue: return TS_TEXT("states", "waiting on a queue");
    case State::join: return TS_TEXT("states", "waiting for others to end");
    case State::future: return TS_TEXT("states", "waiting for a result");
    case State::sleep: return TS_TEXT("states", "sleeping");
    case State::io: return TS_TEXT("states", "input or output");
    case State::gil: return TS_TEXT("states", "waiting for the interpreter lock");
    case State::idle: return TS_TEXT("states", "idle");
    case State::unknown: break;
    }
    return TS_TEXT("states", "unknown");
}

Template stateHeading(State state, bool tasks) noexcept
{
    switch (state) {
    case State::running: return TS_TEXT("state heading", "running");
    case State::ready:
        return tasks ? TS_TEXT("state heading", "wanted its turn")
                     : TS_TEXT("state heading", "wanted a core");
    case State::lock: return TS_TEXT("state heading", "lock");
    case State::semaphore: return TS_TEXT("state heading", "semaphore");
    case State::condition: return TS_TEXT("state heading", "condition");
    case State::queue: return TS_TEXT("state heading", "queue");
    case State::join: return TS_TEXT("state heading", "join");
    case State::future: return TS_TEXT("state heading", "result");
    case State::sleep: return TS_TEXT("state heading", "asleep");
    case State::io: return TS_TEXT("state heading", "input/output");
    case State::gil: return TS_TEXT("state heading", "interpreter lock");
    case State::idle: return TS_TEXT("state heading", "idle");
    case State::unknown: break;
    }
    return TS_TEXT("state heading", "unknown");
}

} // namespace threadscape
