#pragma once

#include "sync/actor.h"

namespace threadscape {

/// A lock that a Condition can release for the duration of a wait.
class Releasable {
public:
    virtual ~Releasable() = default;

    /// Releases it completely; returns how often it was held, for reacquire. Never throws.
    virtual std::uint32_t releaseAll(Actor& actor) noexcept = 0;
    /// Reacquires it as often as it was held. Returns false when a stop ended the wait: the lock is not held then.
    virtual bool reacquire(Actor& actor, std::uint32_t depth) = 0;
};

} // namespace threadscape
