#include "sync/shared_seats.h"

#include <algorithm>
#include <system_error>

namespace threadscape {

SharedSeats::Seat& SharedSeats::sit(const Actor& actor)
{
    const auto free = std::ranges::find(m_seats, 0U, &Seat::owner);
    if (free == m_seats.end())
        throw std::system_error(std::make_error_code(std::errc::resource_unavailable_try_again),
                                "more than 64 threads and processes at one object");
    m_top = std::max(m_top, static_cast<std::size_t>(free - m_seats.begin()) + 1);
    free->track = actor.runTrack();
    free->waker = kNoTrack;
    free->wokenAt = 0;
    free->owner = actor.member() + 1;
    return *free;
}

void SharedSeats::leave(Seat& seat) noexcept
{
    seat.held = 0;
    seat.number = 0;
    seat.ticket = 0;
    seat.owner = 0;
}

SharedSeats::Seat* SharedSeats::heldBy(const Actor& actor) noexcept
{
    Seat* found = nullptr;
    for (std::size_t i = 0; i < m_top; ++i) {
        Seat& seat = m_seats[i];
        if (seat.owner != actor.member() + 1 || seat.held == 0)
            continue;
        if (seat.track == actor.runTrack())
            return &seat;
        found = &seat;
    }
    return found;
}

std::uint32_t SharedSeats::enqueue(Seat& seat, bool stoppable) noexcept
{
    const std::uint32_t token = seat.park.prepare(stoppable);
    if (seat.ticket == 0)
        seat.ticket = ++m_tickets;
    return token;
}

bool SharedSeats::grantFirst(TrackId waker) noexcept
{
    for (;;) {
        Seat* first = nullptr;
        std::uint32_t token = 0;
        for (std::size_t i = 0; i < m_top; ++i) {
            Seat& seat = m_seats[i];
            if (seat.ticket == 0 || (first != nullptr && seat.ticket > first->ticket))
                continue;
            if (const std::uint32_t waits = seat.park.waiting(); waits != 0) {
                first = &seat;
                token = waits;
            }
        }
        if (first == nullptr)
            return false;
        first->waker = waker;
        first->wokenAt = ticksNow();
        if (first->park.grant(token)) { // else a stop or time-out was first
            first->park.wake(FutexReach::machine);
            return true;
        }
    }
}

std::uint32_t SharedSeats::held() const noexcept
{
    std::uint32_t sum = 0;
    for (std::size_t i = 0; i < m_top; ++i)
        sum += m_seats[i].owner != 0 ? m_seats[i].held : 0;
    return sum;
}

SharedSeats::Estate SharedSeats::bereave(std::uint32_t member) noexcept
{
    Estate estate;
    for (std::size_t i = 0; i < m_top; ++i) {
        Seat& seat = m_seats[i];
        if (seat.owner != member + 1) {
            // The dead process may have granted it, and died before waking it.
            if (seat.ticket != 0 && seat.park.waiting() == 0)
                seat.park.wake(FutexReach::machine);
            continue;
        }
        estate.held += seat.held;
        if (seat.held != 0)
            estate.number = std::max(estate.number, seat.number);
        if (seat.ticket != 0 && seat.park.waiting() == 0)
            ++estate.woken;
        leave(seat);
    }
    return estate;
}

} // namespace threadscape
