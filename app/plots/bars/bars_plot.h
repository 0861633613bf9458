#pragma once

#include "plots/plot.h"
#include "view/series/bars.h"

namespace threadscape {

/// Expected against counted, the loss hatched; a dot for the loss of each round.
class BarsPlot final : public Plot {
public:
    BarsPlot(PlotSpec spec, const PlotFrame& frame, QWidget* parent);

    bool onTimeAxis() const override { return false; }
    double leftMargin() const override;
    QString hover(QPointF at) override;

protected:
    void paintData(QCPPainter& painter) override;
    std::vector<ValueScale> values() const override;

private:
    std::optional<BarsPicture> picture() const;
    double mostLost(const BarsPicture& bars) const;
    QRectF barsArea() const;
    QRectF roundsArea() const;
    QPointF dotAt(const BarsPicture& bars, std::size_t round) const;
    void paintBar(QCPPainter& painter, const QRectF& rect, const QString& name, const QString& number,
                  const QColor& color) const;
    void paintRounds(QCPPainter& painter, const BarsPicture& bars) const;
};

} // namespace threadscape
