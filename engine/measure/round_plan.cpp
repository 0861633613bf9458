#include "measure/round_plan.h"

#include "stats/random_index.h"

#include <numeric>
#include <random>
#include <utility>

namespace threadscape {

std::vector<std::vector<std::size_t>> roundPlan(std::size_t rounds, std::size_t points, std::uint64_t seed)
{
    std::mt19937_64 random(seed);
    std::vector<std::vector<std::size_t>> plan(rounds, std::vector<std::size_t>(points));
    for (std::vector<std::size_t>& round : plan) {
        std::iota(round.begin(), round.end(), 0U);
        for (std::size_t left = points; left > 1; --left)
            std::swap(round[left - 1], round[randomIndex(random, static_cast<std::uint32_t>(left))]);
    }
    return plan;
}

} // namespace threadscape
