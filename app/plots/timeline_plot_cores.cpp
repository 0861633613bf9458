// The cores' lanes, below the threads'.
#include "plots/fold_button.h"
#include "plots/timeline_plot.h"
#include "text/texts.h"

namespace threadscape {

QString TimelinePlot::coresInWords() const
{
    return inWords(
        Text(TS_PLURAL("cores", "%n cores")).count(static_cast<std::int64_t>(frame().run.cores.rows.size())));
}

std::optional<QRectF> TimelinePlot::foldPlace() const
{
    if (!frame().coresFold())
        return std::nullopt;
    for (const Row& row : rows(false))
        if (row.ofCores && seen(row))
            return QRectF(0, row.rect.top(), area().left() - theme().px(8), row.rect.height());
    return std::nullopt;
}

void TimelinePlot::putFoldWords()
{
    m_fold->setText(coresInWords());
    m_fold->setAccessibleName(inWords(TS_TEXT("cores", "Cores: who ran on them")));
    m_fold->setToolTip(inWords(frame().view.coresOpen ? TS_TEXT("cores", "Hides who ran on each core (C)")
                                                      : TS_TEXT("cores", "Shows who ran on each core (C)")));
}

void TimelinePlot::raiseControls()
{
    m_fold->raise();
}

void TimelinePlot::placeControls()
{
    const std::optional<QRectF> place = foldPlace();
    m_fold->setVisible(place && !isHidden());
    if (!place)
        return;
    m_fold->setTheme(theme());
    m_fold->setChecked(frame().view.coresOpen);
    m_fold->setFocusPolicy(frame().keys ? Qt::TabFocus : Qt::NoFocus);
    putFoldWords();
    m_fold->setGeometry(place->translated(pos()).toAlignedRect());
}

std::optional<CoreHit> TimelinePlot::coreAt(QPointF at) const
{
    if (!frame().run.trace || !area().contains(at))
        return std::nullopt;
    for (const Row& row : rows(false)) {
        if (row.core == nullptr || at.y() < row.rect.top() - 1 || at.y() > row.rect.bottom() + 1)
            continue;
        const TimeAxis axis = timeAxis();
        const auto reader = frame().run.trace->reader();
        return hitCore(*frame().run.trace, *frame().run.snapshot, row.core->track,
                       axis.toNs(at.x() - area().left()), axis.nsPerPixel());
    }
    return std::nullopt;
}

void TimelinePlot::paintCores(QCPPainter& painter, const std::vector<Row>& all, const TimeAxis& axis,
                              double pxScale)
{
    m_corePictures.clear();
    CorePainter cores(painter, theme(), area(), pxScale, frame().run.tracks, m_image);
    QRectF heading;
    for (const Row& row : all) {
        if (row.ofCores && frame().view.coresOpen && seen(row))
            heading = row.rect;
        if (row.core == nullptr || row.core->track >= frame().run.trace->lanes() ||
            !row.rect.intersects(area()))
            continue;
        CorePicture& picture = m_corePictures[row.core->track];
        picture = corePicture(LaneView(*frame().run.trace, *frame().run.snapshot, row.core->track), axis);
        cores.paint(picture, row.rect, frame().run.trace->catalogue());
    }
    cores.finish();
    if (!heading.isNull() && !m_corePictures.empty())
        cores.paintKey(m_corePictures, heading);
}

void TimelinePlot::paintCoresOf(QCPPainter& painter, const std::vector<Row>& all, TrackId track)
{
    QImage none;
    CorePainter cores(painter, theme(), area(), 1 / painter.device()->devicePixelRatioF(), frame().run.tracks,
                      none);
    for (const Row& row : all)
        if (row.core != nullptr)
            if (const auto picture = m_corePictures.find(row.core->track); picture != m_corePictures.end())
                cores.paintOnly(picture->second, row.rect, track);
}

void TimelinePlot::paintCoreHover(QCPPainter& painter, const std::vector<Row>& all, const CoreHit& hit)
{
    const auto rect = [&](const QRectF& lane) {
        const double left = area().left() + timeAxis().toPixel(hit.fromNs);
        return QRectF(left, lane.top(), area().left() + timeAxis().toPixel(hit.toNs) - left, lane.height())
            .intersected(area().adjusted(-4, 0, 4, 0));
    };
    const bool ofRun = hit.oneSlice && hit.by != kNoTrack;
    if (ofRun) { // others are fainter, on cores and lanes
        paintCoresOf(painter, all, hit.by);
        QColor veil = theme().plot;
        veil.setAlphaF(0.55F);
        for (const Row& row : all)
            if (row.lane != nullptr && row.lane->track != hit.by)
                painter.fillRect(row.rect, veil);
    }
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme().text, std::max(1.0, theme().px(1))));
    for (const Row& row : all)
        if (hit.oneSlice && ((row.core != nullptr && row.core->track == hit.core) ||
                             (ofRun && row.lane != nullptr && row.lane->track == hit.by)))
            painter.drawRect(rect(row.rect).adjusted(-1, -1, 1, 1));
}

} // namespace threadscape
