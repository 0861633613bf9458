#pragma once

#include "plots/plot.h"
#include "view/series/values.h"

namespace threadscape {

/// A variable over time as a stepped line, with the bands and lines that give it a meaning.
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
    /// What helps to read the line.
    const std::vector<PlotSpec::Band>& bands() const;
    double roomForMarks(ValueScale scale) const;
    ObjectId objectOf(const std::string& variable) const;
    std::optional<std::int64_t> valueAt(const std::string& variable, std::int64_t ns) const;
    ValuesPicture pictureOf(const std::string& variable, const TimeAxis& axis, ValuesPicture before) const;
    QColor besideColor() const;
    QColor bandFill() const;
    /// In the title's row, where they cover no data: the line may be anywhere else.
    void paintBands(QCPPainter& painter) const;
    void paintNames(QCPPainter& painter) const;
    /// What the value lacks of a line at the end.
    void paintMissing(QCPPainter& painter, const ValuesPicture& picture, double pxScale) const;
    void paintLine(QCPPainter& painter, const ValuesPicture& picture, double pxScale,
                   const QColor& color) const;
    void paintMarks(QCPPainter& painter, const ValuesPicture& picture, double pxScale) const;

    ValueScale m_own{0, 1};                // of the data and the bands
    ValuesPicture m_picture;               // of the last frame, to go on from
    ValuesPicture m_beside;                // the same of the second variable
    std::optional<TimeAxis> m_pictureAxis; // on which it was made
    QSharedPointer<NumberTicker> m_ticker;
};

} // namespace threadscape
