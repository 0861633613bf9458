#pragma once

#include "plots/plot.h"
#include "view/speedup/label_places.h"
#include "view/speedup/speedup.h"
#include "viewing/view_model.h"

#include <memory>

namespace threadscape {

class LawButton;

/// How much faster so many jobs are: a curve a backend with its 95 % bars, named at its end, before the ideal line, the part
/// with more workers than cores, the laws that were fitted and what a measured serial part allows. A pinned run's curves lie
/// behind, at half strength, dashed and hollow.
class SpeedupPlot final : public Plot {
public:
    /// `view`: which its button changes; it outlives this.
    SpeedupPlot(PlotSpec spec, const PlotFrame& frame, ViewModel& view, QWidget* parent);
    ~SpeedupPlot() override;

    bool onTimeAxis() const override { return false; }
    bool standsAlone() const override { return true; }
    void setRoom(QSizeF size) override;
    double leftMargin() const override;
    double rightMargin() const override;
    double leastHeight() const override;
    QString hover(QPointF at) override;

    bool hasPoints() const override { return true; }
    bool changesWithRun() const override { return false; }
    void placeControls() override;
    void raiseControls() override;
    std::optional<PointId> pointAt(QPointF at) const override;
    QString wordsOf(const PointId& point) const override;
    std::optional<QPointF> placeOf(const PointId& point) const override;
    std::optional<PointId> stepFrom(const std::optional<PointId>& from, PointStep step) const override;
    /// As last laid out.
    const SpeedupPicture& picture() const { return m_picture; }
    double headHeight() const override;

protected:
    double bottomExtra() const override;
    void styleAxes() override;
    void fitValues() override;
    void paintBehind(QCPPainter& painter) override;
    void paintData(QCPPainter& painter) override;
    void paintHover(QCPPainter& painter, QPointF at) override;
    void paintLit(QCPPainter& painter) override;

private:
    struct EndLabel {
        QStringList lines;
        QColor color;
        QPointF from; // the curve's end
        LabelWish wish;
    };

    void retranslateUslButton();
    void fitJobs();
    void fitSpeedup();
    QPointF placeOf(const SpeedupMark& mark) const;
    double radius() const;
    QColor colorOf(const SpeedupCurve& curve) const;
    void paintCurve(QCPPainter& painter, const SpeedupCurve& curve) const;
    void paintBars(QCPPainter& painter, const SpeedupCurve& curve) const;
    void paintRing(QCPPainter& painter, const PointId& point, const QColor& color) const;
    QPolygonF lineOf(const SpeedupLaw& law) const;
    void paintLaws(QCPPainter& painter) const;
    void paintReferences(QCPPainter& painter) const;
    void paintProgress(QCPPainter& painter) const;
    void paintEmpty(QCPPainter& painter) const;

    // Words (speedup_plot_words.cpp).
    QStringList wrapped(const QString& words) const;
    double labelWidth() const;
    std::vector<EndLabel> endLabels() const;
    void paintEndLabels(QCPPainter& painter) const;
    std::vector<Dot> covered() const;
    void paintNotes(QCPPainter& painter) const;

    QSizeF m_room;
    std::unique_ptr<LawButton> m_usl;
    double m_corner = 0; // px that the button takes of the row above the area
    SpeedupPicture m_picture;
    SpeedupScale m_scale;
    QSharedPointer<QCPAxisTickerText> m_jobTicks;
    QSharedPointer<QCPAxisTickerText> m_speedupTicks;
};

} // namespace threadscape
