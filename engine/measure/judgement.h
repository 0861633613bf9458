#pragma once

#include "stats/interval.h"

#include <cmath>
#include <cstdint>
#include <optional>

namespace threadscape {

/// What may be said of a measured ratio, such as "2 times as fast as one after the other".
enum class Standing : std::uint8_t {
    resolved,   ///< it differs from 1, and may be said
    level,      ///< it is 1 within kLevel: "as fast as", and may be said
    unresolved, ///< neither is known: see Doubt. A sentence says so instead
    impossible, ///< above its limit: the measurement is refused, and its number is never shown
};
inline constexpr Standing kLastStanding = Standing::impossible;

/// Why a ratio is not resolved.
enum class Doubt : std::uint8_t {
    none,
    others,  ///< other programs had too many of the cores meanwhile
    tooFew,  ///< measured once, so that nothing tells how much it varies
    overlap, ///< its interval includes 1, or its rival
    limit, ///< it is above what cores, lock or number of items allow, so what it is set against was disturbed
};
inline constexpr Doubt kLastDoubt = Doubt::limit;

/// As in result files: "resolved", "level", "unresolved", "impossible"; "others", "few", "overlap", "limit".
const char* standingName(Standing standing) noexcept;
const char* doubtName(Doubt doubt) noexcept; ///< none: ""

struct Judgement {
    Standing standing = Standing::unresolved;
    Doubt doubt = Doubt::none;

    bool maySay() const noexcept { return standing == Standing::resolved || standing == Standing::level; }
    friend bool operator==(const Judgement&, const Judgement&) = default;
};

/// A ratio of two rates or times, how well it is known, and what bounds it.
struct MeasuredRatio {
    double value = 1;
    std::optional<Interval>
        interval{};          ///< 95 %, or bounds that hold for certain; nullopt: not known how much it varies
    double limit = HUGE_VAL; ///< what cores, lock or number of items allow
};

/// From this share of the cores on, other programs change what is measured more than what is asked about does: at two
/// busy cores of four, threads and processes, alone and together, each get another share of them.
inline constexpr double kOthersMost = 0.15;
/// Caches and clock rates let a core be this much faster beside others than alone.
inline constexpr double kAboveLimit = 1.05;
/// A ratio of two whose interval lies within 1 / kLevel and kLevel is the same for every practical purpose.
inline constexpr double kLevel = 1.1;

/// The one judge of what answers, findings, labels and hover texts may say of a ratio. `others`: the share of the cores that
/// other programs had meanwhile, nullopt where that is not observed. Pure. Threads: any.
Judgement judge(const MeasuredRatio& ratio, std::optional<double> others) noexcept;

/// A time that was measured once, with the system's account of it.
struct MeasuredOnce {
    double seconds = 0;
    double takenS = 0; ///< what others can have taken from it at most, see takenNs()
};

/// The bounds of a / b where each was measured once: undisturbed, each lies between its time less what others took from it and
/// its time, give or take kOnceUncertain. nullopt: one of them was taken from entirely, or is 0.
std::optional<Interval> ratioOfOnce(const MeasuredOnce& a, const MeasuredOnce& b) noexcept;

/// What no account sees: caches, clock rates, interrupts.
inline constexpr double kOnceUncertain = 0.03;

} // namespace threadscape
