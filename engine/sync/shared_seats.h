#pragma once

#include "sync/actor.h"

#include <array>

namespace threadscape {

/// Who waits for something that processes share, first come first, and who holds how much of it: what WaitQueue is to the
/// threads of one process. Whoever waits or holds takes a seat; what a seat says is right after every single store, so that
/// a process may be killed at any moment, and its seats cleared by another.
/// Threads: any actor's, of all processes, under the primitive's RobustMutex.
class SharedSeats {
public:
    static constexpr std::size_t kSeats = 64;

    struct Seat {
        ParkWord park;
        std::uint32_t owner = 0; ///< the process's number + 1; 0: free
        std::uint32_t held = 0;
        std::uint32_t number = 0; ///< of what it holds, for those who count
        TrackId track = kNoTrack; ///< the run's
        TrackId waker = kNoTrack; ///< the run's
        Ticks wokenAt = 0;        ///< when that one did it
        std::uint64_t ticket = 0; ///< its place among those who wait; 0: it does not
    };

    /// Throws std::system_error when there is none left.
    Seat& sit(const Actor& actor);
    static void leave(Seat& seat) noexcept;
    /// The actor's own seat that holds something, else one of its process; nullptr: it holds nothing.
    Seat* heldBy(const Actor& actor) noexcept;

    /// Waits from now on, behind those who wait already (again: where it stood before). Returns the token of the wait.
    std::uint32_t enqueue(Seat& seat, bool stoppable) noexcept;
    /// Wakes the first who waits and was not woken yet.
    bool grantFirst(TrackId waker) noexcept;

    std::uint32_t held() const noexcept;

    struct Estate {
        std::uint32_t held = 0;   ///< what the dead held
        std::uint32_t number = 0; ///< the greatest number of it
        std::uint32_t woken = 0;  ///< wake-ups that the dead were given, and did not use
    };
    /// Clears the seats of a dead process, and wakes whom it had granted to but not woken.
    Estate bereave(std::uint32_t member) noexcept;

private:
    std::uint64_t m_tickets = 0;
    std::size_t m_top = 0; // no seat from here on was ever taken
    std::array<Seat, kSeats> m_seats{};
};

} // namespace threadscape
