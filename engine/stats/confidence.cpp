#include "stats/confidence.h"

#include "base/mutex.h"
#include "base/scoped_lock.h"
#include "stats/random_index.h"
#include "stats/statistics.h"

#include <algorithm>
#include <boost/math/distributions/students_t.hpp>
#include <cassert>
#include <cmath>
#include <map>
#include <random>
#include <utility>

namespace threadscape {

namespace {

/// Of the logarithms of a sample.
struct LogCentre {
    double mean = 0;
    double error = 0; // standard error of the mean
};

LogCentre logCentreOf(std::span<const double> sample)
{
    const auto count = static_cast<double>(sample.size());
    LogCentre centre;
    for (const double value : sample)
        centre.mean += std::log(value) / count;
    double squares = 0;
    for (const double value : sample)
        squares += (std::log(value) - centre.mean) * (std::log(value) - centre.mean);
    centre.error = std::sqrt(squares / (count - 1) / count);
    return centre;
}

bool hasInterval(std::span<const double> sample)
{
    return sample.size() >= 2 && std::ranges::min(sample) > 0;
}

double studentsT(std::size_t size, double probability)
{
    return boost::math::quantile(boost::math::students_t(static_cast<double>(size - 1)), probability);
}

/// The quantiles in the middle of `count` parts of equal probability. One costs some us, and runs ask for the same ones again and
/// again.
const std::vector<double>& quantilesOfT(std::size_t size, std::size_t count)
{
    static Mutex mutex;
    static std::map<std::pair<std::size_t, std::size_t>, std::vector<double>> known; // never erased
    const ScopedLock guard(mutex);
    std::vector<double>& quantiles = known[{size, count}];
    if (quantiles.empty()) {
        quantiles.resize(count);
        for (std::size_t i = 0; 2 * i < count; ++i) {
            const double quantile =
                studentsT(size, (static_cast<double>(i) + 0.5) / static_cast<double>(count));
            quantiles[i] = quantile;
            quantiles[count - 1 - i] = -quantile;
        }
    }
    return quantiles;
}

Interval widenedTo(Interval interval, double value)
{
    return {std::min(interval.low, value), std::max(interval.high, value)};
}

} // namespace

Interval middleInterval(std::span<double> values) noexcept
{
    assert(!values.empty());
    const auto leftOut = static_cast<std::ptrdiff_t>(values.size() / 40);
    const auto low = values.begin() + leftOut;
    std::nth_element(values.begin(), low, values.end());
    const double lowest = *low; // the next step may reorder it
    const auto high = values.end() - 1 - leftOut;
    std::nth_element(low, high, values.end());
    return {lowest, *high};
}

std::optional<Interval> centreInterval(std::span<const double> sample)
{
    if (!hasInterval(sample))
        return std::nullopt;
    constexpr double kUpTo = 0.975;
    const LogCentre centre = logCentreOf(sample);
    const double away = studentsT(sample.size(), kUpTo) * centre.error;
    return widenedTo({std::exp(centre.mean - away), std::exp(centre.mean + away)}, median(sample));
}

ConfidenceDraws::ConfidenceDraws(std::uint64_t seed, std::size_t draws)
    : m_seed(seed), m_numerators(draws), m_denominators(draws)
{
    assert(draws > 0);
}

std::optional<Interval> ConfidenceDraws::ratio(std::span<const double> numerator,
                                               std::span<const double> denominator)
{
    if (!hasInterval(numerator) || !hasInterval(denominator))
        return std::nullopt;
    centres(numerator, 0, m_numerators);
    centres(denominator, 1, m_denominators);
    for (std::size_t i = 0; i < m_numerators.size(); ++i)
        m_numerators[i] /= m_denominators[i];
    return widenedTo(middleInterval(m_numerators), median(numerator) / median(denominator));
}

void ConfidenceDraws::centres(std::span<const double> sample, std::uint32_t stream, std::span<double> into)
{
    assert(hasInterval(sample));
    assert(into.size() == m_numerators.size());
    const LogCentre centre = logCentreOf(sample);
    std::ranges::transform(deviations(sample.size(), stream), into.begin(), [&](double deviation) {
        return std::exp(centre.mean + centre.error * deviation);
    });
}

const std::vector<double>& ConfidenceDraws::deviations(std::size_t size, std::uint32_t stream)
{
    for (const Draw& draw : m_draws)
        if (draw.size == size && draw.stream == stream)
            return draw.deviations;

    // Seeded for this draw only, so that it is independent of other draws.
    std::seed_seq seeds{static_cast<std::uint32_t>(m_seed), static_cast<std::uint32_t>(m_seed >> 32U), stream,
                        static_cast<std::uint32_t>(size)};
    std::mt19937_64 random(seeds);
    // The distribution's quantiles, shuffled: less chance than independent draws have.
    const std::size_t count = m_numerators.size();
    Draw& draw = m_draws.emplace_back(Draw{size, stream, quantilesOfT(size, count)});
    for (std::size_t i = count; i > 1; --i) // P of D. E. Knuth, The Art of Computer Programming 2, 3.4.2
        std::swap(draw.deviations[i - 1],
                  draw.deviations[randomIndex(random, static_cast<std::uint32_t>(i))]);
    return draw.deviations;
}

} // namespace threadscape
