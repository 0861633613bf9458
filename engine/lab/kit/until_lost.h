#pragma once

#include "lab/setting.h"

#include <algorithm>
#include <cstdint>

namespace threadscape {

/// When repeated rounds of counting end: after as many as set or, with `until_lost`, once that many increments were lost.
/// Threads: any.
class UntilLost {
public:
    /// With `until_lost`, one round is tried again up to this often, so that a run in which nothing gets lost ends too.
    static constexpr std::int64_t kMostRounds = 100;

    /// How many increments of one thread, out of `all`, there are from one after which it yields the core to the next, on
    /// average: they take less than its turn on a core, and would come one thread after the other. Drawn from 1 to twice that.
    static constexpr std::int64_t incrementsByYield(std::int64_t all) noexcept
    {
        return std::min<std::int64_t>(all, 1000);
    }

    UntilLost(const Integer& rounds, const Integer& untilLost) : m_rounds(rounds), m_untilLost(untilLost) {}

    /// Whether the rounds end when something is lost.
    bool wanted() const noexcept { return m_untilLost > 0; }
    bool reached(std::int64_t lost) const noexcept { return wanted() && lost >= m_untilLost; }
    /// The most rounds that there will be.
    std::int64_t mostRounds() const noexcept { return wanted() && m_rounds == 1 ? kMostRounds : m_rounds; }
    bool over(std::int64_t roundsDone, std::int64_t lost) const noexcept
    {
        return reached(lost) || roundsDone >= mostRounds();
    }

private:
    const Integer& m_rounds;
    const Integer& m_untilLost;
};

} // namespace threadscape
