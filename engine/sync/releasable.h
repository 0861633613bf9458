#pragma once

#include "sync/actor.h"

namespace threadscape {

/// A lock that a Condition can let go of for the length of a wait.
class Releasable {
public:
    virtual ~Releasable() = default;

    /// Lets go completely, however often it was taken; returns how often, for reacquire. Never throws.
    virtual std::uint32_t releaseAll(Actor& actor) noexcept = 0;
    /// Takes it again as often as it was held. Returns false when a stop ended the wait: the lock is not held then.
    virtual bool reacquire(Actor& actor, std::uint32_t depth) = 0;
};

} // namespace threadscape
