#pragma once

#include "plots/plot.h"
#include "view/speedup/label_places.h"
#include "view/speedup/speedup.h"
#include "viewing/view_model.h"

#include <memory>

namespace threadscape {

class LawButton;

/// Speedup over the number of jobs: a curve per backend with 95 % confidence intervals, labelled at its end, in front of
/// the ideal line, the range with more workers than cores, the fitted laws and the ceilings of a measured serial part. A
/// pinned run's curves are behind, at half opacity, dashed and hollow.
class SpeedupPlot final : public Plot {
public:
    /// `view`: changed by its button; outlives this.
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
    double m_corner = 0; // width of the button in the row above the area, in px
    SpeedupPicture m_picture;
    SpeedupScale m_scale;
    QSharedPointer<QCPAxisTickerText> m_jobTicks;
    QSharedPointer<QCPAxisTickerText> m_speedupTicks;
};

} // namespace threadscape
