#pragma once

namespace threadscape {

/// The values along a slider: evenly spaced, or by ratio where they span more than two decades.
/// Threads: a value type.
class SliderScale {
public:
    static constexpr int kSteps = 1000; ///< positions are 0 .. kSteps

    /// `smallest`: the step between two values, and the smallest positive one on a scale by ratio that starts at 0.
    SliderScale(double min, double max, double smallest);

    bool byRatio() const { return m_byRatio; }
    int position(double value) const;
    double value(int position) const;

private:
    double m_min;
    double m_max;
    double m_smallest;
    bool m_byRatio;
};

} // namespace threadscape
