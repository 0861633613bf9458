#pragma once

#include "sync/actor.h"
#include "trace/text.h"

#include <exception>
#include <string>

namespace threadscape {

/// A line of the run's log, by `actor`, about what nobody else is told. Threads: the actor's.
void printLine(Actor& actor, const Text& line);

/// What an exception says of itself.
std::string reasonOf(const std::exception_ptr& failure);

} // namespace threadscape
