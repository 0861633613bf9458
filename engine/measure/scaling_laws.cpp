#include "measure/scaling_laws.h"

#include <cassert>

namespace threadscape {

double amdahlSpeedup(double serialFraction, double jobs) noexcept
{
    return uslSpeedup(serialFraction, 0, jobs);
}

double uslSpeedup(double contention, double coherence, double jobs) noexcept
{
    assert(jobs >= 1);
    const double n = jobs;
    return n / (1 + contention * (n - 1) + coherence * n * (n - 1));
}

double karpFlatt(double speedup, int jobs) noexcept
{
    assert(jobs >= 2 && speedup > 0);
    const double oneJobs = 1.0 / jobs;
    return (1 / speedup - oneJobs) / (1 - oneJobs);
}

double efficiency(double speedup, int jobs) noexcept
{
    assert(jobs >= 1);
    return speedup / jobs;
}

} // namespace threadscape
