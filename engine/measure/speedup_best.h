#pragma once

#include "measure/speedup_study.h"

#include <cstdint>

namespace threadscape {

/// What a study may call its best, among this program's own backends.
struct BestSpeedup {
    /// The fewest jobs of the fastest backend that cannot be told from its fastest point: the largest of many noisy medians is
    /// larger than it should be. nullptr: nothing is measured, or all is refused.
    const SpeedupPoint* point = nullptr;
    /// Whether it beats the fastest point of each other backend: only then is it the best one.
    bool beatsRivals = false;

    /// Whether the study may say that it is faster than one after the other.
    bool isGain() const noexcept
    {
        return point != nullptr && point->judged.standing == Standing::resolved && point->speedup > 1;
    }
};

/// `study` must have been analysed, see analyse(); the result points into it. The same seed gives the same result. Threads: any.
BestSpeedup bestSpeedup(const SpeedupStudy& study, std::uint64_t seed);

/// The greatest speedup of a backend under an interpreter lock with two or more jobs, Python's own where it was measured;
/// nullptr: none that may be said. Threads: any.
const SpeedupPoint* bestUnderLock(const SpeedupStudy& study) noexcept;

/// Why a study has no gain to tell: the doubt that most of its points of two and more jobs have; Doubt::none: they are resolved.
/// Threads: any.
Doubt commonDoubt(const SpeedupStudy& study) noexcept;

} // namespace threadscape
