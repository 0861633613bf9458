#pragma once

#include "plots/histogram/duration_counts.h"
#include "plots/plot.h"

namespace threadscape {

/// Histogram of an operation's durations on a logarithmic axis, with the median and the 99th percentile. Of the whole
/// run, at every zoom.
class HistogramPlot final : public Plot {
public:
    HistogramPlot(PlotSpec spec, const PlotFrame& frame, QWidget* parent);

    bool onTimeAxis() const override { return false; }
    double leftMargin() const override;
    double leastHeight() const override;
    void prepare() override;
    QString hover(QPointF at) override;

protected:
    double bottomExtra() const override;
    std::vector<ValueScale> values() const override;
    void paintData(QCPPainter& painter) override;
    void paintHover(QCPPainter& painter, QPointF at) override;

private:
    double x(double ns) const;
    QRectF rectOf(const DurationCounts::Bar& bar) const;
    const DurationCounts::Bar* barAt(QPointF at) const;
    double most() const;
    ValueScale range() const;
    void paintScale(QCPPainter& painter) const;
    void paintQuantiles(QCPPainter& painter) const;

    DurationCounts m_counts;
    std::vector<DurationCounts::Bar> m_bars;
};

} // namespace threadscape
