#include "stats/bootstrap.h"

#include "stats/random_index.h"

#include <algorithm>
#include <cassert>
#include <numeric>
#include <random>

namespace threadscape {

namespace {

// The index in the sorted sample of the resample's value of that rank, by how often each index was drawn.
std::uint32_t placeOfRank(std::uint32_t rank, const std::vector<std::uint32_t>& timesDrawn)
{
    std::uint32_t place = 0;
    for (std::uint32_t met = timesDrawn[0]; met <= rank; met += timesDrawn[place])
        ++place;
    return place;
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

MedianBootstrap::MedianBootstrap(std::uint64_t seed, std::size_t resamples)
    : m_seed(seed), m_medians(resamples), m_denominators(resamples)
{
    assert(resamples > 0);
}

Interval MedianBootstrap::median(std::span<const double> sample)
{
    medians(sample, 0, m_medians);
    return middleInterval(m_medians);
}

Interval MedianBootstrap::ratio(std::span<const double> numerator, std::span<const double> denominator)
{
    medians(numerator, 0, m_medians);
    medians(denominator, 1, m_denominators);
    for (std::size_t i = 0; i < m_medians.size(); ++i)
        m_medians[i] /= m_denominators[i];
    return middleInterval(m_medians);
}

void MedianBootstrap::medians(std::span<const double> sample, std::uint32_t stream, std::span<double> into)
{
    assert(!sample.empty());
    assert(into.size() == m_medians.size());
    m_sorted.assign(sample.begin(), sample.end());
    std::sort(m_sorted.begin(), m_sorted.end());
    std::ranges::transform(middles(sample.size(), stream), into.begin(), [this](Middle middle) {
        return std::midpoint(m_sorted[middle.lower], m_sorted[middle.upper]);
    });
}

const std::vector<MedianBootstrap::Middle>& MedianBootstrap::middles(std::size_t size, std::uint32_t stream)
{
    for (const Draw& draw : m_draws)
        if (draw.size == size && draw.stream == stream)
            return draw.middles;

    // Seeded for this draw only, so that it is independent of other draws.
    const auto count = static_cast<std::uint32_t>(size);
    std::seed_seq seeds{static_cast<std::uint32_t>(m_seed), static_cast<std::uint32_t>(m_seed >> 32U), stream,
                        count};
    std::mt19937_64 random(seeds);
    std::vector<std::uint32_t> timesDrawn(size);
    Draw& draw = m_draws.emplace_back(Draw{size, stream, std::vector<Middle>(m_medians.size())});
    for (Middle& middle : draw.middles) {
        std::fill(timesDrawn.begin(), timesDrawn.end(), 0);
        for (std::uint32_t i = 0; i < count; ++i)
            ++timesDrawn[randomIndex(random, count)];
        middle = {placeOfRank((count - 1) / 2, timesDrawn), placeOfRank(count / 2, timesDrawn)};
    }
    return draw.middles;
}

} // namespace threadscape
