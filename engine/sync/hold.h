#pragma once

#include "sync/actor.h"

namespace threadscape {

/// The record of one hold of one lock. It lies in the lock and is touched by its holder alone, from acquisition to
/// release, which is why none of it is atomic.
class Hold {
public:
    Hold(Catalogue& catalogue, ObjectId object) : m_totals(*catalogue.object(object).totals), m_object(object)
    {
    }

    /// The lock was taken at `at` by `actor`.
    void begin(Actor& actor, Ticks at) noexcept
    {
        ++m_sequence;
        m_start = at;
        m_track = actor.track();
        m_open = &actor.open();
        m_slot = freeSlot(*m_open);
        m_open->open(OpenSpans::kFirstHold + m_slot, at, m_object, 0, m_sequence);
        m_totals.acquisitions.store(m_sequence, std::memory_order_relaxed);
    }

    /// The lock is about to be let go by `releaser`, the holder or a stranger.
    void end(Actor& releaser) noexcept
    {
        const Ticks now = ticksNow();
        releaser.writer().write(spanEvent(EventKind::hold, m_track, m_object, m_start, now, m_sequence,
                                          static_cast<std::uint8_t>(m_slot)));
        m_open->close(OpenSpans::kFirstHold + m_slot);
        const Ticks held = now - m_start;
        m_totals.holdTicks.store(m_totals.holdTicks.load(std::memory_order_relaxed) + held,
                                 std::memory_order_relaxed);
        m_totals.holds.add(held);
    }

    /// Before begin: the acquisition had to wait so long.
    void addWait(Ticks waited) noexcept
    {
        const auto add = [](auto& total, auto by) {
            total.store(total.load(std::memory_order_relaxed) + by, std::memory_order_relaxed);
        };
        add(m_totals.contended, 1U);
        add(m_totals.waitTicks, waited);
        if (waited > m_totals.waitMaxTicks.load(std::memory_order_relaxed))
            m_totals.waitMaxTicks.store(waited, std::memory_order_relaxed);
        m_totals.waits.add(waited);
    }

    /// A wait that ended without the lock. Threads: the waiter, not the holder.
    void addAbandoned(Ticks waited) noexcept
    {
        m_totals.abandonedTicks.fetch_add(waited, std::memory_order_relaxed);
    }

private:
    static int freeSlot(const OpenSpans& open) noexcept
    {
        // The lowest free slot keeps each slot's holds apart; a ninth lock shares the last one and is not drawn open.
        int slot = 0;
        while (slot < OpenSpans::kHoldSlots - 1 && open.isOpen(OpenSpans::kFirstHold + slot))
            ++slot;
        return slot;
    }

    LockTotals& m_totals;
    OpenSpans* m_open = nullptr;
    Ticks m_start = 0;
    std::uint32_t m_sequence = 0;
    int m_slot = 0;
    ObjectId m_object;
    TrackId m_track = kNoTrack;
};

} // namespace threadscape
