#pragma once

#include "stats/interval.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace threadscape {

/// The interval without 2.5 % of the values at either end. At least one value; they are reordered. Threads: the values' owner.
Interval middleInterval(std::span<double> values) noexcept;

/// The 95 % confidence interval of the centre of positive values, such as times: Student's t on their logarithms (Student, The
/// probable error of a mean, Biometrika 6, 1908), widened to the sample's median where that lies outside. With few values it is
/// wide, as it should be: a resampling bootstrap of 3 values covers their median in 3 of 4 cases only.
/// nullopt for fewer than two values, or one that is not above 0. Threads: any.
std::optional<Interval> centreInterval(std::span<const double> sample);

/// Draws from the confidence distribution of the centres of samples, for intervals of what is computed from several of them: for
/// each sample the mean of the logarithms plus its standard error times a draw from Student's t. For a ratio of two that is
/// Behrens and Fisher's solution (R. A. Fisher, The comparison of samples with possibly unequal variances, Annals of Eugenics 9,
/// 1939), which covers at least what it says.
///
/// The draws depend on the sample's size, not on its values: they are drawn once for each size.
/// The same seed gives the same draws, in any order of the calls. Threads: one.
class ConfidenceDraws {
public:
    static constexpr std::size_t kDraws = 2'000;

    explicit ConfidenceDraws(std::uint64_t seed, std::size_t draws = kDraws);

    /// 95 % interval of the numerator's centre over the denominator's: two independent samples. It holds the ratio of their
    /// medians. nullopt: either has no interval, see centreInterval().
    std::optional<Interval> ratio(std::span<const double> numerator, std::span<const double> denominator);

    /// Stores a draw of the sample's centre in each of `into`, whose size must be the number of draws. At least two values, all
    /// above 0. Samples of one `stream` and size are drawn alike; those that are compared need different ones.
    void centres(std::span<const double> sample, std::uint32_t stream, std::span<double> into);

private:
    struct Draw {
        std::size_t size = 0; // of the sample
        std::uint32_t stream = 0;
        std::vector<double> deviations{}; // in standard errors
    };

    const std::vector<double>& deviations(std::size_t size, std::uint32_t stream);

    std::uint64_t m_seed;
    std::vector<Draw> m_draws{};
    std::vector<double> m_numerators;
    std::vector<double> m_denominators;
};

} // namespace threadscape
