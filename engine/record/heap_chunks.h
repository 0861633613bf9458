#pragma once

#include "record/chunk_reserve.h"

namespace threadscape {

/// One writer's chain of chunks in this process's own memory: a few of its own, reused as soon as they were read, and more from
/// the reserve while the reader falls behind.
class HeapChunks final : public ChunkSource {
public:
    /// With `chunks` chunks of its own. `reserve` must outlive this.
    explicit HeapChunks(int chunks = 2, ChunkReserve& reserve = ChunkReserve::process());
    ~HeapChunks() override;

    Chunk* next() noexcept override;
    Chunk* oldest() noexcept override;
    bool recycleOldest() noexcept override;

private:
    void giveBackAll(ChunkNode* first) noexcept;

    ChunkReserve& m_reserve;
    std::atomic<ChunkNode*> m_first{nullptr}; // reader's end; set once by the writer
    ChunkNode* m_reading = nullptr;           // reader only
    ChunkNode* m_writing = nullptr;           // writer only
    ChunkNode* m_spare = nullptr;             // writer only: the first of those not used yet
    std::atomic<ChunkNode*> m_read{nullptr};  // one that was read: likely in the writer's cache
};

} // namespace threadscape
