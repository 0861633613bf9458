#include "base/block_memory.h"

#include "base/mutex.h"
#include "base/scoped_lock.h"

#include <cstdint>
#include <map>
#include <new>
#include <sys/mman.h>
#include <vector>

namespace threadscape {

#if defined(__SANITIZE_ADDRESS__)

// The sanitizer then knows each block.
void* BlockMemory::take(std::size_t bytes)
{
    return ::operator new (bytes, std::align_val_t{64});
}

void BlockMemory::giveBack(void* block, std::size_t bytes) noexcept
{
    ::operator delete (block, bytes, std::align_val_t{64});
}

#else

namespace {

constexpr std::size_t kSlab = std::size_t{2} << 20U;
constexpr std::size_t kHeader = 64;
constexpr std::size_t kLargest = kSlab - kHeader;

struct FreeBlock {
    FreeBlock* next = nullptr;
};

/// At the beginning of its 2 MiB.
struct Slab {
    Slab* previous = nullptr; // of those with free blocks, by block size
    Slab* next = nullptr;
    FreeBlock* free = nullptr;
    std::size_t used = 0;
    std::size_t fresh = kHeader; // never used from here on
    bool listed = false;

    bool hasRoom(std::size_t bytes) const noexcept { return free != nullptr || fresh + bytes <= kSlab; }
};
static_assert(sizeof(Slab) <= kHeader);

constexpr std::size_t kMostKept = 48; // empty slabs, 96 MiB: what a trace at its cap drops at once, and more

struct Sizes {
    Mutex mutex;
    std::map<std::size_t, Slab*> withRoom TS_GUARDED_BY(mutex); // the first of each size's list
    // Their memory was touched before: reusing it is fast.
    std::vector<Slab*> empty TS_GUARDED_BY(mutex);
};

Sizes& sizes()
{
    static auto* const all = new Sizes; // never destroyed: traces may outlive static objects
    return *all;
}

std::size_t rounded(std::size_t bytes) noexcept
{
    return (bytes + 63) / 64 * 64;
}

std::size_t offsetInSlab(const void* place) noexcept
{
    return reinterpret_cast<std::uintptr_t>(place) % kSlab;
}

Slab* newSlab(Sizes& all) TS_REQUIRES(all.mutex)
{
    if (!all.empty.empty()) {
        Slab* const kept = all.empty.back();
        all.empty.pop_back();
        return new (kept) Slab;
    }
    // Maps twice as much, and keeps the aligned part.
    void* const raw = mmap(nullptr, 2 * kSlab, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (raw == MAP_FAILED)
        throw std::bad_alloc();
    auto* const from = static_cast<std::byte*>(raw);
    const std::size_t before = (kSlab - offsetInSlab(from)) % kSlab;
    std::byte* const place = from + before;
    if (before > 0)
        munmap(from, before);
    if (before < kSlab)
        munmap(place + kSlab, kSlab - before);
    madvise(place, kSlab, MADV_HUGEPAGE); // refused: pages stay small
    return new (place) Slab;
}

void list(Slab*& first, Slab& slab) noexcept
{
    slab.listed = true;
    slab.previous = nullptr;
    slab.next = first;
    if (first != nullptr)
        first->previous = &slab;
    first = &slab;
}

void unlist(Slab*& first, Slab& slab) noexcept
{
    slab.listed = false;
    (slab.previous != nullptr ? slab.previous->next : first) = slab.next;
    if (slab.next != nullptr)
        slab.next->previous = slab.previous;
}

} // namespace

void* BlockMemory::take(std::size_t bytes)
{
    bytes = rounded(bytes);
    if (bytes > kLargest)
        throw std::bad_alloc();
    Sizes& all = sizes();
    const ScopedLock guard(all.mutex);
    Slab*& first = all.withRoom[bytes];
    if (first == nullptr)
        list(first, *newSlab(all));
    Slab& slab = *first;
    void* block = slab.free;
    if (block != nullptr) {
        slab.free = slab.free->next;
    } else {
        block = reinterpret_cast<std::byte*>(&slab) + slab.fresh;
        slab.fresh += bytes;
    }
    ++slab.used;
    if (!slab.hasRoom(bytes))
        unlist(first, slab);
    return block;
}

void BlockMemory::giveBack(void* block, std::size_t bytes) noexcept
{
    if (block == nullptr)
        return;
    bytes = rounded(bytes);
    Sizes& all = sizes();
    const ScopedLock guard(all.mutex);
    Slab*& first = all.withRoom.find(bytes)->second;
    auto* const slab = reinterpret_cast<Slab*>(static_cast<std::byte*>(block) - offsetInSlab(block));
    slab->free = new (block) FreeBlock{slab->free};
    if (!slab->listed)
        list(first, *slab);
    if (--slab->used == 0) {
        unlist(first, *slab);
        if (all.empty.size() < kMostKept)
            all.empty.push_back(slab);
        else
            munmap(slab, kSlab);
    }
}

#endif

} // namespace threadscape
