#include "view/state_words.h"

namespace threadscape {

Template stateWords(State state) noexcept
{
    switch (state) {
    case State::running: return TS_TEXT("states", "running");
    case State::ready: return TS_TEXT("states", "ready, no core free");
    case State::lock: return TS_TEXT("states", "waiting for a lock");
    case State::semaphore: return TS_TEXT("states", "waiting for a semaphore");
    case State::condition: return TS_TEXT("states", "waiting on a condition");
    case State::queue: return TS_TEXT("states", "waiting on a queue");
    case State::join: return TS_TEXT("states", "waiting for a thread to end");
    case State::future: return TS_TEXT("states", "waiting for a result");
    case State::sleep: return TS_TEXT("states", "sleeping");
    case State::io: return TS_TEXT("states", "input or output");
    case State::gil: return TS_TEXT("states", "waiting for the interpreter lock");
    case State::idle: return TS_TEXT("states", "idle");
    case State::unknown: break;
    }
    return TS_TEXT("states", "unknown");
}

} // namespace threadscape
