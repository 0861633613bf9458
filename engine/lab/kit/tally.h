#pragma once

#include "base/mutex.h"
#include "base/scoped_lock.h"

#include <cstdint>
#include <string>
#include <vector>

namespace threadscape {

/// What was expected and what was counted, round by round. Threads: any.
class Tally {
public:
    struct Totals {
        std::int64_t rounds = 0;
        std::int64_t expected = 0;
        std::int64_t counted = 0;
        std::int64_t wrong = 0;               ///< rounds in which the two differ
        std::vector<std::string> lostByRound; ///< by how much less was counted than expected
    };

    /// Adds a round.
    void add(std::int64_t expected, std::int64_t counted)
    {
        const ScopedLock guard(m_mutex);
        ++m_totals.rounds;
        m_totals.expected += expected;
        m_totals.counted += counted;
        m_totals.wrong += counted != expected ? 1 : 0;
        m_totals.lostByRound.push_back(std::to_string(expected - counted));
    }
    /// Of the rounds so far.
    Totals totals() const
    {
        const ScopedLock guard(m_mutex);
        return m_totals;
    }

private:
    mutable Mutex m_mutex;
    Totals m_totals TS_GUARDED_BY(m_mutex);
};

} // namespace threadscape
