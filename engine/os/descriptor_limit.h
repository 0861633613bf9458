#pragma once

#include <cstdint>

namespace threadscape {

/// How many descriptors more this program could open: files, sockets, pipes. The limit that a program may raise for itself counts
/// as raised. Threads: any.
std::int64_t descriptorsToSpare();

/// Raises the limit, where it must, so that `more` can be opened. False: the system allows fewer. Threads: any.
bool makeRoomForDescriptors(std::int64_t more);

} // namespace threadscape
