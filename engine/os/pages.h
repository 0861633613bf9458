#pragma once

#include <cstddef>

namespace threadscape {

/// Memory directly from the system, zeroed and already touched, so that its first use causes no page faults. Unlike the heap,
/// no lock is shared with other threads: a preempted thread blocks no other.
/// `bytes` is rounded up to whole pages. nullptr when out of memory. Threads: any.
void* takePages(std::size_t bytes) noexcept;

/// nullptr: no-op. `bytes` as allocated. Threads: any.
void givePagesBack(void* pages, std::size_t bytes) noexcept;

} // namespace threadscape
