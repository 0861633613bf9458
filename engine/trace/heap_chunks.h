#pragma once

#include "trace/chunk.h"

#include <atomic>

namespace threadscape {

/// Chunks in this process's heap: pre-touched, used again as soon as they were read, more allocated when the reader
/// falls behind. Never refuses before memory is exhausted.
class HeapChunks final : public ChunkSource {
public:
    /// Allocates and touches `chunks` chunks at once.
    explicit HeapChunks(int chunks = 2);
    ~HeapChunks() override;

    Chunk* next() noexcept override;
    Chunk* oldest() noexcept override;
    bool recycleOldest() noexcept override;

private:
    struct Node {
        Chunk chunk;
        std::atomic<Node*> following{nullptr}; // in the order of writing
        Node* free = nullptr;                  // in the list of free ones
    };

    void pushFree(Node* node) noexcept;

    std::atomic<Node*> m_first{nullptr}; // reader's end; set once by the writer
    Node* m_reading = nullptr;           // reader only
    Node* m_writing = nullptr;           // writer only
    Node* m_spare = nullptr; // writer only: taken from m_free as a whole, so that no ABA can occur
    std::atomic<Node*> m_free{nullptr};
};

} // namespace threadscape
