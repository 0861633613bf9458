#pragma once

#include <cstdint>

namespace threadscape {

/// What another program's trace holds, and how much of it is drawn. Nothing of the file is left out without being counted here.
/// Threads: a value type.
struct ForeignCounts {
    std::uint64_t slices = 0; ///< in the file, drawn or not
    std::uint64_t deeper = 0; ///< of these: no row was free, since as many as are drawn lay above; not drawn
    std::uint64_t overlapping = 0; ///< of these: begin within another slice of their thread and end after it
    std::uint64_t nameless =
        0; ///< of these: drawn without their name, since there are too many different ones
    std::uint64_t threads = 0;   ///< threads beyond the number of lanes: not drawn
    std::uint64_t ofThreads = 0; ///< the slices of those threads
    // Events that are not drawn, by kind.
    std::uint64_t async = 0;    ///< b, n, e; S, T, p, F
    std::uint64_t instants = 0; ///< i, I, R
    std::uint64_t flows = 0;    ///< s, t, f; and slices that name a flow
    std::uint64_t others = 0;   ///< objects, samples, memory dumps, ...
    std::uint64_t ends = 0;     ///< E without a B
    // Counters.
    std::uint64_t values = 0;      ///< kept
    std::uint64_t valuesLost = 0;  ///< not numbers, or too large: not drawn
    std::uint64_t rounded = 0;     ///< of the kept: to fewer than six digits
    std::uint64_t withDetails = 0; ///< events with parts that are not shown (categories, arguments, ...)

    std::uint64_t slicesDrawn() const noexcept { return slices - deeper - ofThreads; }
    std::uint64_t eventsNotDrawn() const noexcept { return async + instants + flows + others + ends; }
    /// Nothing of the file is missing in the trace.
    bool complete() const noexcept
    {
        return slicesDrawn() == slices &&
               eventsNotDrawn() + nameless + valuesLost + rounded + withDetails == 0;
    }
};

} // namespace threadscape
