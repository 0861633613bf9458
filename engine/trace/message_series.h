#pragma once

#include "base/published_vector.h"
#include "record/message_step.h"

#include <array>
#include <atomic>

namespace threadscape {

/// One end of a message: when, and which track.
struct MessageEnd {
    static constexpr std::int64_t kNotYet = INT64_MIN;
    std::int64_t atNs = kNotYet;
    TrackId by = kNoTrack;

    bool known() const noexcept { return atNs != kNotYet; }
};

/// One message. An unknown end has not happened yet, or was lost.
struct Message {
    MessageEnd sent;
    MessageEnd received;
    std::uint32_t bytes = 0;
    bool contradicted = false; ///< an end was recorded twice
};

/// The messages of one direction of a pipe, by their numbers. The records of sender and receiver may arrive in any order.
/// Threads: one writes; any read below a size that they saw.
class MessageSeries {
public:
    /// `number`: from 1, not above kMost.
    void tell(std::uint32_t number, bool received, std::uint32_t bytes, std::int64_t atNs, TrackId by);

    std::size_t size() const noexcept { return m_records.size(); }
    /// The message with the number index + 1.
    Message operator[](std::size_t index) const noexcept;

    std::size_t bytes() const noexcept { return m_records.bytes(); }

    /// The number stored in a trace, of all pipes: later ones are left out.
    static constexpr std::uint32_t kMost = 500'000;

private:
    // Its times are stored last and read first: their data is then complete.
    struct Record {
        std::atomic<std::int64_t> sentNs{MessageEnd::kNotYet};
        std::atomic<std::int64_t> receivedNs{MessageEnd::kNotYet};
        std::atomic<TrackId> sender{kNoTrack};
        std::atomic<TrackId> receiver{kNoTrack};
        std::atomic<std::uint32_t> bytes{0};
        std::atomic<bool> contradicted{false};
    };
    PublishedVector<Record, 64> m_records;
};

/// Both directions of a pipe.
using MessageWays = std::array<MessageSeries, MessageStep::kWays>;

} // namespace threadscape
