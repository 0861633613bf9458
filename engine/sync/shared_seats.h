#pragma once

#include "sync/actor.h"

#include <array>

namespace threadscape {

/// The waiters, in FIFO order, and the holders of a primitive that processes share: the counterpart of WaitQueue. Each waiter
/// or holder takes a seat; a seat is consistent after every single store, so that a process may be killed at any moment, and
/// its seats cleared by another.
/// Threads: any actor's, of all processes, under the primitive's RobustMutex.
class SharedSeats {
public:
    static constexpr std::size_t kSeats = 64;

    struct Seat {
        ParkWord park;
        std::uint32_t owner = 0; ///< the process's number + 1; 0: free
        std::uint32_t held = 0;
        std::uint32_t number = 0; ///< of what it holds, for primitives that number acquisitions
        TrackId track = kNoTrack; ///< the run's
        TrackId waker = kNoTrack; ///< the run's
        Ticks wokenAt = 0;        ///< when the waker did it
        std::uint64_t ticket = 0; ///< its position among the waiters; 0: not waiting
    };

    /// Throws std::system_error when there is none left.
    Seat& sit(const Actor& actor);
    static void leave(Seat& seat) noexcept;
    /// The actor's own holding seat, else one of its process; nullptr: none.
    Seat* heldBy(const Actor& actor) noexcept;

    /// Enqueues the waiter at the end (a repeated wait keeps its position). Returns the token of the wait.
    std::uint32_t enqueue(Seat& seat, bool stoppable) noexcept;
    /// Wakes the first waiter that was not woken yet.
    bool grantFirst(TrackId waker) noexcept;

    std::uint32_t held() const noexcept;

    struct Estate {
        std::uint32_t held = 0;   ///< what the dead process held
        std::uint32_t number = 0; ///< the greatest number of it
        std::uint32_t woken = 0;  ///< wake-ups granted to the dead process, and not used
    };
    /// Clears the seats of a dead process, and wakes the waiters that it had granted but not woken.
    Estate bereave(std::uint32_t member) noexcept;

private:
    std::uint64_t m_tickets = 0;
    std::size_t m_top = 0; // seats from here on were never taken
    std::array<Seat, kSeats> m_seats{};
};

} // namespace threadscape
