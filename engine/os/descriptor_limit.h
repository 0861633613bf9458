#pragma once

#include <cstdint>

namespace threadscape {

/// The number of further descriptors that this program could open: files, sockets, pipes. The limit that a program may raise
/// for itself counts as raised. Threads: any.
std::int64_t descriptorsToSpare();

/// Raises the limit, if necessary, so that `more` can be opened. False: the system allows fewer. Threads: any.
bool makeRoomForDescriptors(std::int64_t more);

} // namespace threadscape
