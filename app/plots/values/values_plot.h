#pragma once

#include "plots/plot.h"
#include "view/series/values.h"

namespace threadscape {

/// A variable over time as a step function, with bands and lines that explain its values.
class ValuesPlot final : public Plot {
public:
    ValuesPlot(PlotSpec spec, const PlotFrame& frame, QWidget* parent);

    double leftMargin() const override;
    QString hover(QPointF at) override;

protected:
    void fitValues() override;
    std::vector<ValueScale> values() const override { return {m_own}; }
    void paintBehind(QCPPainter& painter) override;
    void paintData(QCPPainter& painter) override;
    QString readOut(std::int64_t ns) override;

private:
    double y(double value) const;
    /// The bands and lines that explain the values.
    const std::vector<PlotSpec::Band>& bands() const;
    double roomForMarks(ValueScale scale) const;
    ObjectId objectOf(const std::string& variable) const;
    std::optional<WrittenValue> valueOf(const std::string& variable, std::int64_t ns) const;
    /// The values are integers.
    bool isWhole() const;
    ValuesPicture pictureOf(const std::string& variable, const TimeAxis& axis, ValuesPicture before) const;
    QColor besideColor() const;
    QColor bandFill() const;
    /// In the title's row, where they cover no data: the line may be anywhere in the area.
    void paintBands(QCPPainter& painter) const;
    void paintNames(QCPPainter& painter) const;
    /// By how much a line was missed in the end, as the run has found out: whatever stretch of it is shown.
    void paintMissing(QCPPainter& painter, const ValuesPicture& picture, double pxScale) const;
    void paintGap(QCPPainter& painter, double x, double top, double foot) const;
    void paintLine(QCPPainter& painter, const ValuesPicture& picture, double pxScale,
                   const QColor& color) const;
    void paintMarks(QCPPainter& painter, const ValuesPicture& picture, double pxScale) const;

    ValueScale m_own{0, 1};                // of the data and the bands
    ValuesPicture m_picture;               // of the last frame, to be extended
    ValuesPicture m_beside;                // the same of the second variable
    std::optional<TimeAxis> m_pictureAxis; // on which it was made
    QSharedPointer<NumberTicker> m_ticker;
};

} // namespace threadscape
