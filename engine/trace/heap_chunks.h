#pragma once

#include "trace/chunk.h"
#include "trace/chunk_budget.h"

#include <atomic>

namespace threadscape {

/// Chunks in this process's heap: pre-touched, used again as soon as they were read, more allocated when the reader
/// falls behind, as far as the budget goes.
class HeapChunks final : public ChunkSource {
public:
    /// Allocates and touches `chunks` chunks at once, whatever the budget, which pays for all further ones and outlives
    /// this.
    explicit HeapChunks(int chunks = 2, ChunkBudget& budget = ChunkBudget::process());
    ~HeapChunks() override;

    Chunk* next() noexcept override;
    Chunk* oldest() noexcept override;
    bool recycleOldest() noexcept override;

private:
    struct Node {
        Chunk chunk;
        std::atomic<Node*> following{nullptr}; // in the order of writing
        Node* free = nullptr;                  // in the list of free ones
        bool budgeted = false;
    };

    Node* moreFromBudget() noexcept;
    void pushFree(Node* node) noexcept;
    void destroy(Node* node) noexcept;

    ChunkBudget& m_budget;
    std::atomic<Node*> m_first{nullptr}; // reader's end; set once by the writer
    Node* m_reading = nullptr;           // reader only
    Node* m_writing = nullptr;           // writer only
    Node* m_spare = nullptr; // writer only: taken from m_free as a whole, so that no ABA can occur
    std::atomic<Node*> m_free{nullptr};
};

} // namespace threadscape
