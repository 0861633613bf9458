#pragma once

#include "plots/plot.h"
#include "view/series/contention.h"
#include "view/series/holders.h"

namespace threadscape {

/// Number of waiting threads, stacked by what they wait for; below, the holder of each lock.
class ContentionPlot final : public Plot {
public:
    ContentionPlot(PlotSpec spec, const PlotFrame& frame, QWidget* parent);

    StackPlot room() const override;
    double leftMargin() const override;
    QString hover(QPointF at) override;

protected:
    double bottomExtra() const override;
    std::vector<ValueScale> values() const override;
    void styleAxes() override;
    void fitValues() override;
    void paintData(QCPPainter& painter) override;
    void paintLit(QCPPainter& painter) override;
    QString readOut(std::int64_t ns) override;

private:
    QRectF bandRect(std::size_t index) const;
    std::vector<ObjectId> locks() const;
    Template whyNobodyWaited(const std::vector<ObjectId>& all) const;
    QColor fillOf(State state) const;
    void paintOutlines(QCPPainter& painter, const WaitingPicture& picture, double pxScale) const;
    const WaitingPicture& waiting(const TimeAxis& axis);
    void paintBand(QCPPainter& painter, const HolderBand& band, const QRectF& rect, double pxScale) const;
    void paintStack(QCPPainter& painter, const WaitingPicture& picture, double pxScale) const;

    QSharedPointer<NumberTicker> m_ticker;
    const Trace* m_seen = nullptr; // whose highest column m_most is
    double m_most = 0;
    // The last picture and its inputs: the axis, the painter and the pointer all query it.
    WaitingPicture m_waiting;
    std::shared_ptr<const Snapshot> m_waitingAt;
    TimeWindow m_waitingWindow;
    std::vector<HolderBand> m_bands;     // of the last frame, to be extended
    std::optional<TimeAxis> m_bandsAxis; // on which they were made
};

} // namespace threadscape
