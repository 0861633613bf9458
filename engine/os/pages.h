#pragma once

#include <cstddef>

namespace threadscape {

/// Memory straight from the system, zeroed, and touched already, so that its first use costs nothing more. Unlike the
/// heap, no lock is shared with other threads: one that is kept from its core meanwhile holds nobody up.
/// `bytes` is rounded up to whole pages. nullptr when the system refuses. Threads: any.
void* takePages(std::size_t bytes) noexcept;

/// nullptr: nothing. `bytes` as taken. Threads: any.
void givePagesBack(void* pages, std::size_t bytes) noexcept;

} // namespace threadscape
