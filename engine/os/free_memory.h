#pragma once

#include <cstdint>

namespace threadscape {

/// The bytes of memory that this process may still take without swapping, as the system estimates it: what is available on
/// the machine, or what its control group (a container's) may still use, whichever is less. UINT64_MAX where neither is known.
/// Not cached. Threads: any.
std::uint64_t freeMemory();

} // namespace threadscape
