#pragma once

#include "trace/open_spans.h"
#include "trace/span_channel.h"

#include <array>
#include <atomic>
#include <optional>

namespace threadscape {

/// Something a track did at one moment.
struct Moment {
    std::int64_t atNs = 0;
    std::int64_t value = 0;
    ObjectId object = kNoObject;
    EventKind kind = EventKind::begin; ///< read, write, notify
    std::uint8_t label = 0;
};

/// A span that had begun and not ended when it was looked at.
struct OpenSpan {
    std::int64_t sinceNs = 0;
    ObjectId object = kNoObject;
    std::uint8_t state = 0;
    std::uint32_t detail = 0;
};

/// The open spans of one lane at one moment.
struct OpenLane {
    std::array<std::optional<OpenSpan>, OpenSpans::kSlots> spans;
};

/// What one track did: its waits, the locks it held, its operations, its moments. Between begin and end a track that
/// does not wait is running.
/// Threads: ingest appends; any read.
struct Lane {
    static constexpr std::int64_t kNotYet = INT64_MIN;

    SpanChannel<kStates> waits;
    std::array<SpanChannel<1>, OpenSpans::kHoldSlots> holds;
    std::array<SpanChannel<1>, OpenSpans::kOperationSlots> operations;
    PublishedVector<Moment, 256> moments;
    PublishedVector<Span, 16> gaps; ///< stretches in which events were lost; detail: how many
    std::atomic<std::int64_t> beginNs{kNotYet};
    std::atomic<std::int64_t> endNs{kNotYet};

    std::size_t bytes() const noexcept
    {
        std::size_t total = waits.bytes() + moments.bytes() + gaps.bytes();
        for (const auto& channel : holds)
            total += channel.bytes();
        for (const auto& channel : operations)
            total += channel.bytes();
        return total;
    }
};

} // namespace threadscape
