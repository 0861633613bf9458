#pragma once

#include <cstddef>

namespace threadscape {

/// Memory for the blocks of a trace, cut from slabs of 2 MiB that the system may back with one huge page each: a trace
/// that grows by 20 million events a second is mostly first touches, and those of small pages cost more than taking the
/// event. A slab whose blocks all came back is used again; beyond 32 MiB of them they are returned to the system.
/// Threads: any.
class BlockMemory {
public:
    /// Blocks below this are not worth a slab of their size.
    static constexpr std::size_t kSmallest = 4096;

    /// `bytes` uninitialised bytes, aligned to 64. Throws std::bad_alloc.
    static void* take(std::size_t bytes);
    /// nullptr: nothing. `bytes` as taken.
    static void giveBack(void* block, std::size_t bytes) noexcept;
};

} // namespace threadscape
