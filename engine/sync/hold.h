#pragma once

#include "sync/actor.h"

namespace threadscape {

/// The record of one hold of one lock, from acquisition to release. It is stored in the lock; only the holder writes it.
class Hold {
public:
    explicit Hold(ObjectId object) noexcept : m_object(object) {}

    ObjectId object() const noexcept { return m_object; }
    /// The holder of the lock; nullptr when free. A snapshot. Threads: any.
    Actor* holder() const noexcept { return m_holder.load(std::memory_order_acquire); }

    /// Whether others may hold it concurrently. Called by the holder, or under the lock's guard.
    bool shared() const noexcept { return m_shared; }

    /// Records the acquisition at `at` by `actor`.
    void begin(Actor& actor, Ticks at) noexcept { begin(actor, at, m_sequence + 1); }
    /// The same with the number of the acquisition, for primitives with several holders at a time; `shared`: others may hold it
    /// concurrently.
    void begin(Actor& actor, Ticks at, std::uint32_t sequence, bool shared = false) noexcept
    {
        m_sequence = sequence;
        m_shared = shared;
        OpenSpans& open = actor.open();
        int slot = OpenSpans::kFirstHold;
        // The lowest free slot keeps each slot's holds apart; a ninth lock shares the last one.
        while (open.isOpen(slot) && slot + 1 < OpenSpans::kFirstHold + OpenSpans::kHoldSlots)
            [[unlikely]]
            {
                noteOrder(actor, open.read(slot).object);
                ++slot;
            }
        open.open(slot, at, m_object, shared ? 1 : 0, m_sequence, actor.label());
        m_start = at;
        m_label = actor.label();
        m_slot = slot;
        m_holder.store(&actor, std::memory_order_release); // for a release by another thread
    }

    /// Records that the lock is about to be released by `releaser`, the holder or another thread.
    void end(Actor& releaser) noexcept
    {
        Actor& holder = *m_holder.load(std::memory_order_relaxed);
        // Holds ended by other threads are stored apart: they are in another stream than the holder's next hold, and may be
        // read after it.
        const int slot = &releaser == &holder ? m_slot - OpenSpans::kFirstHold : OpenSpans::kHoldSlots - 1;
        releaser.writer().write(spanEvent(EventKind::hold, holder.track(), m_object, m_start, ticksNow(),
                                          m_sequence, holdSlot(static_cast<unsigned>(slot), m_shared),
                                          m_label),
                                m_label);
        holder.open().close(m_slot);
        m_holder.store(nullptr, std::memory_order_relaxed);
    }

private:
    void noteOrder(Actor& actor, ObjectId held) const noexcept;

    std::atomic<Actor*> m_holder{nullptr};
    // Protected by the lock.
    Ticks m_start = 0;
    std::uint32_t m_sequence = 0;
    int m_slot = 0;
    ObjectId m_object;
    Label m_label = 0;
    bool m_shared = false;
};

} // namespace threadscape
