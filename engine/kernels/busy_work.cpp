#include "kernels/busy_work.h"

#include "os/cpu_time.h"

#include <algorithm>

namespace threadscape {

std::uint64_t busyWork(std::uint64_t seed, std::int64_t rounds) noexcept
{
    // Knuth's for MMIX (TAOCP volume 2, 3.3.4, table 1).
    constexpr std::uint64_t kMultiplier = 6'364'136'223'846'793'005U;
    constexpr std::uint64_t kIncrement = 1'442'695'040'888'963'407U;
    for (; rounds > 0; --rounds)
        seed = seed * kMultiplier + kIncrement;
    return seed;
}

double busyRoundsPerUs()
{
    static const double perUs = [] {
        constexpr int kTries = 5;
        constexpr std::int64_t kRounds = 400'000;
        constexpr double kNsPerUs = 1e3;
        std::int64_t bestNs = INT64_MAX;
        for (int i = 0; i < kTries; ++i) {
            const std::int64_t before = threadCpuNs();
            [[maybe_unused]] volatile std::uint64_t kept =
                busyWork(static_cast<std::uint64_t>(before), kRounds);
            bestNs = std::min(bestNs, threadCpuNs() - before);
        }
        return static_cast<double>(kRounds) * kNsPerUs /
               static_cast<double>(std::max<std::int64_t>(bestNs, 1));
    }();
    return perUs;
}

} // namespace threadscape
