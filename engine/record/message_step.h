#pragma once

#include "record/event.h"

#include <optional>

namespace threadscape {

/// The value of an event of kind message: one end of one message. Each direction of a pipe counts its messages from 1; the two
/// ends of a message have the same number.
struct MessageStep {
    static constexpr int kWays = 2;

    bool received = false; ///< else sent
    std::uint8_t way = 0;  ///< 0: from the pipe's first end to its second; 1: back
    std::uint32_t bytes = 0;

    constexpr std::int64_t value() const noexcept
    {
        return std::int64_t{received} | std::int64_t{way} << 1 | std::int64_t{bytes} << 2;
    }
    /// nullopt when `value` is invalid.
    static constexpr std::optional<MessageStep> of(std::int64_t value) noexcept
    {
        if (value < 0 || value >> 34 != 0)
            return std::nullopt;
        return MessageStep{(value & 1) != 0, static_cast<std::uint8_t>(value >> 1 & 1),
                           static_cast<std::uint32_t>(value >> 2)};
    }
};

constexpr Event messageEvent(TrackId track, ObjectId pipe, Ticks at, std::uint32_t number,
                             MessageStep step) noexcept
{
    return momentEvent(EventKind::message, track, pipe, at, step.value(), number);
}

} // namespace threadscape
