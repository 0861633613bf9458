#pragma once

#include "record/shared_recording.h"

namespace threadscape {

/// The ring of chunks of a shared recording: the worker process writes, its parent reads. When the reader is a whole ring
/// behind, the writer gets no chunk, and each event that it could not write is counted in the segment: so the
/// loss is known exactly also when the worker is killed before it can report it.
class SharedChunks final : public ChunkSource {
public:
    explicit SharedChunks(std::shared_ptr<SharedRecording> recording) : m_recording(std::move(recording)) {}

    Chunk* next() noexcept override;
    /// Also nullptr when the worker's data is invalid: reading then stops for good.
    Chunk* oldest() noexcept override;
    bool recycleOldest() noexcept override;

    /// Whether nothing is left for a reader that has read `events` events in total. Final once the worker is dead. Threads: the
    /// reader.
    bool allRead(std::uint64_t events) noexcept;

    /// Ends reading and releases the memory. Threads: the reader.
    void close() noexcept { m_recording.reset(); }

private:
    std::uint64_t readable() noexcept;

    std::shared_ptr<SharedRecording> m_recording;
    std::uint64_t m_taken = 0;    // writer's own
    bool m_refusing = false;      // writer's own
    std::uint64_t m_returned = 0; // reader's own
    bool m_broken = false;        // reader's own
};

} // namespace threadscape
