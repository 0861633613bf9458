#pragma once

#include "os/shared_segment.h"
#include "record/chunk.h"
#include "record/open_spans.h"

#include <array>
#include <memory>
#include <span>

namespace threadscape {

/// The memory that a worker process records into and its parent reads: one segment with, in this order, a header, the open
/// spans of the worker's tracks, its names, the arguments of its task, and a ring of chunks. Offsets follow from the
/// sizes in the header, which the worker checks once at the start; the parent keeps its own copy and never reads them back,
/// since a faulty worker may have written anything anywhere.
/// Threads: the worker's side one; the parent's side one (ingest).
class SharedRecording {
public:
    static constexpr std::uint32_t kTracks = 32; ///< that one worker can have
    static constexpr std::size_t kTold = 4;      ///< numbers that its task can report to its parent
    static constexpr std::size_t kAsked = 4;     ///< numbers that the parent can change while the task runs
    static constexpr std::uint32_t kNameBytes = 65536;
    static constexpr std::uint32_t kMinChunks = 2;    ///< one to write and one to read
    static constexpr std::uint32_t kMaxChunks = 4096; ///< 256 MiB

    struct Sizes {
        std::uint32_t chunks = 64; ///< 2,728 events each: how far a worker can be ahead of ingest
        std::uint32_t argumentBytes = 0;
    };

    /// The state of the ring and of the names. Consistent even if the worker is killed at any moment: each number
    /// is published after the data that it counts.
    struct Progress {
        alignas(64) std::atomic<std::uint64_t> taken{0}; ///< chunks that the writer took so far
        std::atomic<std::uint64_t> refused{0};           ///< times that it found the ring full: events lost
        std::atomic<Ticks> refusedSince{0};              ///< the first of the latest such stretch
        std::atomic<std::uint32_t> nameEnd{0};           ///< bytes of names
        /// Numbers that the task reports to its parent, with indices as agreed; retained when the worker is killed.
        std::array<std::atomic<std::int64_t>, kTold> told{};
        alignas(64) std::atomic<std::uint64_t> returned{0}; ///< chunks that the reader returned
        std::array<std::atomic<std::int64_t>, kAsked> asked{};
        std::atomic<std::uint32_t> askedTimes{0}; ///< the number of changes to them: a futex
        /// The run's number of the worker's lane, which it gets once the worker is there. The worker waits for it.
        std::atomic<std::uint16_t> track{kNoTrack};
    };

    /// The parent's side. Error: what the system refused.
    static tl::expected<std::shared_ptr<SharedRecording>, std::error_code>
    create(Sizes sizes, ClockAnchor start, std::span<const std::byte> arguments);

    /// The worker's side. Error: what the system refused; invalid_argument when the descriptor does not hold a recording,
    /// wrong_protocol_type when created by another version of this program.
    static tl::expected<std::shared_ptr<SharedRecording>, std::error_code> open(Descriptor descriptor);

    int descriptor() const noexcept { return m_segment.descriptor(); }
    void closeDescriptor() noexcept { m_segment.closeDescriptor(); }

    /// The start of the run's time. Worker's side.
    ClockAnchor start() const noexcept;
    std::span<const std::byte> arguments() const noexcept;

    Progress& progress() const noexcept;
    std::uint32_t chunks() const noexcept { return m_sizes.chunks; }
    /// The storage of the `index`th taken chunk.
    Chunk& chunk(std::uint64_t index) const noexcept;
    /// Precondition: track < kTracks.
    OpenSpans& open(std::size_t track) const noexcept;
    std::span<std::byte> names() const noexcept;

private:
    struct Header;

    SharedRecording(SharedSegment segment, Sizes sizes) noexcept;

    SharedSegment m_segment;
    Sizes m_sizes;
};

} // namespace threadscape
