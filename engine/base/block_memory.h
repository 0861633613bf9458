#pragma once

#include <cstddef>

namespace threadscape {

/// Memory for the blocks of a trace, cut from slabs of 2 MiB that the system may back with one huge page each: a trace that
/// grows by 20 million events a second is mostly first touches, and those of small pages cost more than processing the event. A
/// slab whose blocks were all freed is reused; beyond 96 MiB of them they are returned to the system. Threads: any.
class BlockMemory {
public:
    /// Smaller blocks are not worth a slab of their size.
    static constexpr std::size_t kSmallest = 4096;

    /// `bytes` uninitialised bytes, aligned to 64. Throws std::bad_alloc.
    static void* take(std::size_t bytes);
    /// nullptr: no-op. `bytes` as allocated.
    static void giveBack(void* block, std::size_t bytes) noexcept;
};

} // namespace threadscape
