#pragma once

#include "record/open_spans.h"
#include "trace/span_channel.h"

#include <array>
#include <atomic>
#include <optional>

namespace threadscape {

/// An action of a track at one moment.
struct Moment {
    std::int64_t atNs = 0;
    std::int64_t value = 0;
    ObjectId object = kNoObject;
    EventKind kind = EventKind::begin; ///< read, write, notify
    Label label = 0;
};

/// A span that had begun and not ended when it was read.
struct OpenSpan {
    std::int64_t sinceNs = 0;
    ObjectId object = kNoObject;
    std::uint8_t state = 0;
    std::uint32_t detail = 0;
    Label label = 0;
};

/// The open spans of one lane at one moment.
struct OpenLane {
    std::array<std::optional<OpenSpan>, OpenSpans::kSlots> spans;
};

/// The use of that part of a core's time in which no thread of the run is known to have had it, in thousandths: measured over
/// [fromNs, toNs), a tenth of a second or more, and constant within it.
struct CoreShares {
    static constexpr std::uint16_t kWhole = 1000;

    std::int64_t fromNs = 0;
    std::int64_t toNs = 0;
    std::uint16_t own = 0;    ///< the run's threads: where the system does not report scheduling
    std::uint16_t other = 0;  ///< other processes, and Threadscape's own work beside the run
    std::uint16_t stolen = 0; ///< the host gave the core to another virtual machine
    std::uint16_t idle() const noexcept { return static_cast<std::uint16_t>(kWhole - own - other - stolen); }
};

/// The activity of one track: its waits, the locks it held, its operations, its moments. Between begin and end a track that
/// does not wait is running. A core's lane has the threads that ran there as operations, named after the thread, with its track
/// as detail (kNoTrack: not the run's); the rest are waits, idle, detailed by the shares.
/// Threads: ingest appends; any read.
struct Lane {
    static constexpr std::int64_t kNotYet = INT64_MIN;

    SpanChannel<kStates> waits;
    std::array<SpanChannel<1>, OpenSpans::kHoldSlots> holds;
    std::array<SpanChannel<1>, OpenSpans::kOperationSlots> operations;
    PublishedVector<Moment, 256> moments;
    PublishedVector<CoreShares, 16> shares; ///< cores: in the order of time
    PublishedVector<Span, 16> gaps;         ///< stretches in which events were lost; detail: how many
    std::atomic<std::int64_t> beginNs{kNotYet};
    std::atomic<std::int64_t> endNs{kNotYet};

    /// With its own.
    std::size_t bytes() const noexcept
    {
        std::size_t total = sizeof(Lane) + waits.bytes() + moments.bytes() + shares.bytes() + gaps.bytes();
        for (const auto& channel : holds)
            total += channel.bytes();
        for (const auto& channel : operations)
            total += channel.bytes();
        return total;
    }
    /// Of those, the channels' marks.
    std::size_t markBytes() const noexcept
    {
        std::size_t total = waits.markBytes();
        for (const auto& channel : holds)
            total += channel.markBytes();
        for (const auto& channel : operations)
            total += channel.markBytes();
        return total;
    }
};

} // namespace threadscape
