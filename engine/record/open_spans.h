#pragma once

#include "record/event.h"

#include <array>
#include <atomic>

namespace threadscape {

/// The spans of one track that have begun and not ended: the live view draws them up to now. Events are written when a span
/// ends; until then it is stored here. Written by the thread that runs the track, read by ingest at any time. Plain atomics, no
/// pointers: also used in memory shared with worker processes.
class OpenSpans {
public:
    static constexpr int kHoldSlots = 8;      ///< locks of one track that are recorded at once, see holdSlot
    static constexpr int kOperationSlots = 4; ///< nested operation boxes that are recorded
    static constexpr int kSlots = 1 + kHoldSlots + kOperationSlots;
    static constexpr int kWaitSlot = 0;
    static constexpr int kFirstHold = 1;
    static constexpr int kFirstOperation = 1 + kHoldSlots;

    struct Open {
        Ticks since = 0; ///< 0: nothing open
        ObjectId object = kNoObject;
        std::uint8_t state = 0;
        Label label = 0;
        std::uint32_t detail = 0;
    };

    /// Threads: the track's.
    void open(int slot, Ticks since, ObjectId object, std::uint8_t state = 0, std::uint32_t detail = 0,
              Label label = 0) noexcept
    {
        Slot& s = m_slots[static_cast<std::size_t>(slot)];
        // Closed while it changes: a reader that sees the new `what` sees that `since` changed.
        if (s.since.load(std::memory_order_relaxed) != 0) [[unlikely]]
            s.since.store(0, std::memory_order_relaxed);
        s.what.store((static_cast<std::uint64_t>(detail) << 32U) |
                         (static_cast<std::uint64_t>(label) << 20U) |
                         (static_cast<std::uint64_t>(state) << 16U) | object,
                     std::memory_order_release);
        s.since.store(since, std::memory_order_release);
    }

    /// Threads: the track's.
    void close(int slot) noexcept
    {
        m_slots[static_cast<std::size_t>(slot)].since.store(0, std::memory_order_release);
    }

    /// Threads: the track's.
    bool isOpen(int slot) const noexcept
    {
        return m_slots[static_cast<std::size_t>(slot)].since.load(std::memory_order_relaxed) != 0;
    }

    /// The open span at `slot`. One that is replaced during the read is returned as not open.
    /// Threads: any.
    Open read(int slot) const noexcept
    {
        const Slot& s = m_slots[static_cast<std::size_t>(slot)];
        Open result;
        result.since = s.since.load(std::memory_order_acquire);
        if (result.since == 0)
            return result;
        const std::uint64_t what = s.what.load(std::memory_order_acquire);
        if (s.since.load(std::memory_order_acquire) != result.since)
            return {};
        result.object = static_cast<ObjectId>(what);
        result.state = static_cast<std::uint8_t>(what >> 16U) & 0x0FU;
        result.label = static_cast<Label>(what >> 20U) & kLastLabel;
        result.detail = static_cast<std::uint32_t>(what >> 32U);
        return result;
    }

private:
    struct Slot {
        std::atomic<Ticks> since{0};
        std::atomic<std::uint64_t> what{0};
    };
    std::array<Slot, kSlots> m_slots;
};

/// The slot of a span while it was open, from its event; -1 for other events, and for a slot that is not recorded.
inline int openSlotOf(const Event& event) noexcept
{
    const int slot = event.slot();
    switch (event.kind()) {
    case EventKind::wait: return OpenSpans::kWaitSlot;
    case EventKind::hold: return OpenSpans::kFirstHold + static_cast<int>(placeOfHoldSlot(event.slot()));
    case EventKind::operation:
        return slot < OpenSpans::kOperationSlots ? OpenSpans::kFirstOperation + slot : -1;
    default: return -1;
    }
}

} // namespace threadscape
