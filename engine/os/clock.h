#pragma once

#include <cstdint>
#include <vector>

namespace threadscape {

/// A raw time stamp: TSC cycles where the counter is invariant, nanoseconds of the monotonic clock elsewhere.
/// Comparable between threads and processes of one machine; only a ClockMap turns it into time.
using Ticks = std::uint64_t;

namespace clock_detail {
extern const bool kTscUsable;
Ticks monotonicNs() noexcept;
} // namespace clock_detail

/// The current time stamp. Any thread. About 10 ns with the TSC, 25 ns without.
inline Ticks ticksNow() noexcept
{
#if defined(__x86_64__)
    if (clock_detail::kTscUsable) [[likely]]
        return __builtin_ia32_rdtsc(); // <x86intrin.h> would include every intrinsic
#endif
    return clock_detail::monotonicNs();
}

/// The system's monotonic clock in ns. Any thread.
std::int64_t monotonicNs() noexcept;

/// One reading of both clocks at (nearly) the same moment.
struct ClockAnchor {
    Ticks ticks = 0;
    std::int64_t ns = 0;
};

/// Reads both clocks; the narrowest of several attempts. Any thread.
ClockAnchor readAnchor() noexcept;

/// Turns raw stamps into ns since the run's start. The rate is measured again at each `advance` (a rate measured over 0.1 s is
/// some ns off after a second), without ever changing a time that was already returned: the map is
/// piecewise linear and each piece begins where the last one ended.
/// Threads: one at a time.
class ClockMap {
public:
    /// Starts the run's time at `start`. The first rate is a calibration of the process, measured once.
    explicit ClockMap(ClockAnchor start);

    /// Takes a newer anchor; stamps after it are mapped with the rate that leads to the monotonic clock's own time.
    void advance(ClockAnchor now);

    /// ns since the start; stamps from before the start are negative.
    std::int64_t toNs(Ticks ticks) const noexcept
    {
        // Most stamps are mapped within a drain or two: they are in the newest piece or the previous one.
        return ticks >= m_piece.ticks    ? m_piece.toNs(ticks)
               : ticks >= m_before.ticks ? m_before.toNs(ticks)
                                         : earlier(ticks);
    }

    /// ns since the start for a time of the system's monotonic clock, on the same scale: where the rate was not known well yet,
    /// both have the same error.
    std::int64_t fromMonotonic(std::int64_t monotonicNs) const noexcept;

    ClockAnchor start() const noexcept { return m_start; }

private:
    struct Piece {
        Ticks ticks;
        std::int64_t ns;
        double nsPerTick;
        std::int64_t sinceNs; // by the monotonic clock
        double nsPerNs;       // ns here per ns there, as estimated

        std::int64_t toNs(Ticks at) const noexcept
        {
            const auto since = static_cast<std::int64_t>(at - ticks);
            return ns + static_cast<std::int64_t>(static_cast<double>(since) * nsPerTick);
        }
    };

    std::int64_t earlier(Ticks ticks) const noexcept;

    ClockAnchor m_start;
    Piece m_piece;
    Piece m_before;
    std::vector<Piece> m_earlier;    // than m_before
    mutable std::size_t m_found = 0; // the last one that was looked for
};

/// Ticks per ns of this process's clock, from a calibration made once at first use (about 2 ms). Any thread.
double ticksPerNs();

} // namespace threadscape
