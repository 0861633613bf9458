#pragma once

#include "record/event.h"
#include "sync/guard.h"

#include <array>
#include <atomic>
#include <vector>

namespace threadscape {

/// Records which lock was acquired while which other was held: two that were acquired in both orders can deadlock, even when
/// they did not this time.
/// Threads: any.
class LockOrder {
public:
    /// `taken` was acquired by `track` while it held `held`. Locks beyond the first 256 objects of a run are not watched.
    void note(ObjectId held, ObjectId taken, TrackId track) noexcept
    {
        if (held < kWatched && taken < kWatched && !isNoted(held, taken)) [[unlikely]]
            add(held, taken, track);
    }

    /// Two locks, and the first track to acquire them in each order.
    struct BothOrders {
        ObjectId first = kNoObject;
        ObjectId second = kNoObject;
        TrackId firstThenSecond = kNoTrack;
        TrackId secondThenFirst = kNoTrack;
    };
    /// Sorted by when the second of the two orders occurred.
    std::vector<BothOrders> bothOrders() const;

private:
    static constexpr std::size_t kWatched = 256;
    static constexpr std::size_t kBits = 64;
    struct Met {
        ObjectId held;
        ObjectId taken;
        TrackId track;
    };

    bool isNoted(ObjectId held, ObjectId taken) const noexcept
    {
        const std::uint64_t word = m_noted[held][taken / kBits].load(std::memory_order_relaxed);
        return (word >> (taken % kBits) & 1U) != 0;
    }
    void add(ObjectId held, ObjectId taken, TrackId track) noexcept;

    std::array<std::array<std::atomic<std::uint64_t>, kWatched / kBits>, kWatched> m_noted{};
    mutable Guard m_guard;
    std::vector<Met> m_met TS_GUARDED_BY(m_guard);
};

} // namespace threadscape
