#include "measure/nearest_curve.h"

#include "measure/scaling_laws.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace threadscape {

namespace {

struct CurveBounds {
    ScalingCurve low{};
    ScalingCurve high{};

    bool contain(const ScalingCurve& curve) const noexcept
    {
        return low.contention <= curve.contention && curve.contention <= high.contention &&
               low.coherence <= curve.coherence && curve.coherence <= high.coherence;
    }
};

// Either law in its linear form: the jobs' mutual loss, n / S - 1, is (n - 1) contention + n (n - 1) coherence. Weighted least
// squares of that; the sum of squares is p' H p - 2 g' p and a constant.
class LinearSquares {
public:
    void add(int jobs, double weight, double loss) noexcept
    {
        const double n = jobs;
        const double contention = n - 1;
        const double coherence = n * (n - 1);
        m_h11 += weight * contention * contention;
        m_h12 += weight * contention * coherence;
        m_h22 += weight * coherence * coherence;
        m_g1 += weight * contention * loss;
        m_g2 += weight * coherence * loss;
    }

    // The least sum within the bounds: where its slope is 0 or else, since it is convex, on an edge.
    ScalingCurve least(const CurveBounds& bounds) const noexcept
    {
        constexpr double kSingular = 1e-12;
        const double determinant = m_h11 * m_h22 - m_h12 * m_h12;
        if (determinant > kSingular * m_h11 * m_h22) {
            const ScalingCurve flat{(m_g1 * m_h22 - m_g2 * m_h12) / determinant,
                                    (m_g2 * m_h11 - m_g1 * m_h12) / determinant};
            if (bounds.contain(flat))
                return flat;
        }
        // The highest coherence needs no edge of its own: it is unreachable, or also the lowest.
        ScalingCurve best = withCoherence(bounds.low.coherence, bounds);
        for (const double contention : {bounds.low.contention, bounds.high.contention})
            if (const ScalingCurve other = withContention(contention, bounds); sum(other) < sum(best))
                best = other;
        return best;
    }

private:
    double sum(const ScalingCurve& p) const noexcept
    {
        return p.contention * (m_h11 * p.contention + 2 * (m_h12 * p.coherence - m_g1)) +
               p.coherence * (m_h22 * p.coherence - 2 * m_g2);
    }
    ScalingCurve withCoherence(double coherence, const CurveBounds& bounds) const noexcept
    {
        const double flat = m_h11 > 0 ? (m_g1 - m_h12 * coherence) / m_h11 : 0;
        return {std::clamp(flat, bounds.low.contention, bounds.high.contention), coherence};
    }
    ScalingCurve withContention(double contention, const CurveBounds& bounds) const noexcept
    {
        const double flat = m_h22 > 0 ? (m_g2 - m_h12 * contention) / m_h22 : 0;
        return {contention, std::clamp(flat, bounds.low.coherence, bounds.high.coherence)};
    }

    double m_h11 = 0;
    double m_h12 = 0;
    double m_h22 = 0;
    double m_g1 = 0;
    double m_g2 = 0;
};

// As if the differences were small, so that each of n / S is one of S times a known factor.
LinearSquares linearised(std::span<const MeasuredSpeedup> points) noexcept
{
    LinearSquares squares;
    for (const MeasuredSpeedup& point : points) {
        const double slope = point.speedup * point.speedup / point.jobs;
        squares.add(point.jobs, slope * slope, point.jobs / point.speedup - 1);
    }
    return squares;
}

double squaresOf(std::span<const MeasuredSpeedup> points, const ScalingCurve& curve) noexcept
{
    double sum = 0;
    for (const MeasuredSpeedup& point : points) {
        const double difference = point.speedup - uslSpeedup(curve.contention, curve.coherence, point.jobs);
        sum += difference * difference;
    }
    return sum;
}

// For each squared difference the parabola of the same slope and curvature, where the curve is now: Newton's method. For points
// far above the curve it would not be convex, and have no minimum; a small positive curvature is assumed then.
LinearSquares parabolas(std::span<const MeasuredSpeedup> points, const ScalingCurve& curve) noexcept
{
    constexpr double kLeastCurved = 0.1; // of what it is on the curve
    LinearSquares squares;
    for (const MeasuredSpeedup& point : points) {
        const double n = point.jobs;
        const double speedup = uslSpeedup(curve.contention, curve.coherence, point.jobs);
        const double curvature = std::max(3 * speedup - 2 * point.speedup, kLeastCurved * speedup);
        squares.add(point.jobs, curvature * std::pow(speedup, 3) / (n * n),
                    n / speedup - 1 - (point.speedup - speedup) * n / (speedup * curvature));
    }
    return squares;
}

} // namespace

ScalingCurve nearestCurve(ScalingLaw law, std::span<const MeasuredSpeedup> points) noexcept
{
    constexpr int kSteps = 100; // half a dozen are usual
    constexpr double kSettled = 1e-10;
    const CurveBounds bounds{{0, 0},
                             {1, law == ScalingLaw::amdahl ? 0 : std::numeric_limits<double>::infinity()}};
    ScalingCurve curve = linearised(points).least(bounds);
    double squares = squaresOf(points, curve);
    for (int step = 0; step < kSteps; ++step) {
        const ScalingCurve next = parabolas(points, curve).least(bounds);
        const double nextSquares = squaresOf(points, next);
        if (!(nextSquares < squares * (1 - kSettled)))
            break;
        curve = next;
        squares = nextSquares;
    }
    return curve;
}

} // namespace threadscape
