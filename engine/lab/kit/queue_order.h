#pragma once

#include "base/mutex.h"
#include "base/sequence_merge.h"

#include <cstdint>
#include <map>
#include <set>

namespace threadscape {

/// Checks whether items left a queue in the order of its discipline: threads report what they put and took, with the sequence
/// numbers that the queue assigned to these changes under its guard, and the changes are replayed in this order on an
/// independent model.
/// Threads: any.
class QueueOrder {
public:
    enum class Discipline : std::uint8_t { fifo, lifo, priority };

    /// Before the first change.
    void expect(Discipline discipline);
    /// `item`: which one; `priority`: the smallest goes first, of equal ones the smallest item.
    void put(std::uint32_t number, std::int64_t priority, std::int64_t item);
    void took(std::uint32_t number, std::int64_t item);

    /// Every item so far left in its turn.
    bool kept() const;
    /// The number of changes checked: those before the first that was not reported yet.
    std::int64_t judged() const;
    /// The greatest length of the queue.
    std::int64_t longest() const;

private:
    struct Change {
        bool put = false;
        std::int64_t priority = 0;
        std::int64_t item = 0;
    };
    using Rank = std::pair<std::int64_t, std::int64_t>; // the smallest goes first

    void tell(std::uint32_t number, Change change);
    void judge(const Change& change) TS_REQUIRES(m_mutex);

    mutable Mutex m_mutex;
    Discipline m_discipline TS_GUARDED_BY(m_mutex) = Discipline::fifo;
    SequenceMerge<Change> m_inOrder TS_GUARDED_BY(m_mutex){2};                // 1 is the empty queue's own
    std::set<std::pair<Rank, std::int64_t>> m_waiting TS_GUARDED_BY(m_mutex); // rank and item
    std::map<std::int64_t, Rank> m_ranks TS_GUARDED_BY(m_mutex);              // of the items in the queue
    std::int64_t m_judged TS_GUARDED_BY(m_mutex) = 0;
    std::int64_t m_longest TS_GUARDED_BY(m_mutex) = 0;
    bool m_kept TS_GUARDED_BY(m_mutex) = true;
};

} // namespace threadscape
