#include "kernels/integrate.h"

#include <cmath>
#include <numbers>

namespace threadscape {

namespace {

template <typename F>
double addTerms(F f, const Grid& grid, double sum, std::int64_t begin, std::int64_t end) noexcept
{
    const double step = grid.step();
    for (std::int64_t i = begin; i < end; ++i)
        sum += f(grid.from + static_cast<double>(i) * step) * step;
    return sum;
}

} // namespace

double addRiemann(Integrand f, const Grid& grid, double sum, std::int64_t begin, std::int64_t end) noexcept
{
    switch (f) {
    case Integrand::cos: return addTerms([](double x) { return std::cos(x); }, grid, sum, begin, end);
    case Integrand::sin: return addTerms([](double x) { return std::sin(x); }, grid, sum, begin, end);
    case Integrand::gauss: return addTerms([](double x) { return std::exp(-x * x); }, grid, sum, begin, end);
    case Integrand::witch: break;
    }
    return addTerms([](double x) { return 1 / (1 + x * x); }, grid, sum, begin, end);
}

double exactIntegral(Integrand f, double from, double to) noexcept
{
    switch (f) {
    case Integrand::cos: return std::sin(to) - std::sin(from);
    case Integrand::sin: return std::cos(from) - std::cos(to);
    case Integrand::gauss:
        return (std::erf(to) - std::erf(from)) /
               (std::numbers::inv_sqrtpi * 2); // erf is 2/sqrt(pi) of the integral
    case Integrand::witch: break;
    }
    return std::atan(to) - std::atan(from);
}

} // namespace threadscape
