#include "plots/lanes/update_painter.h"

#include "plots/style/chip.h"
#include "plots/style/cross.h"
#include "text/texts.h"

namespace threadscape {

UpdatePainter::UpdatePainter(QCPPainter& painter, const Theme& theme, std::function<double(std::int64_t)> x,
                             std::map<TrackId, QRectF> lanes)
    : m_painter(painter), m_theme(theme), m_x(std::move(x)), m_lanes(std::move(lanes))
{
}

void UpdatePainter::paint(const UpdatesPicture& picture)
{
    for (const Update& update : picture.updates) {
        const auto lane = m_lanes.find(update.track);
        if (lane == m_lanes.end())
            continue;
        paintWords(update, lane->second);
        if (update.lost)
            paintCross(update, lane->second);
    }
    for (const EqualReads& equal : picture.equal)
        paintBracket(equal);
}

void UpdatePainter::paintWords(const Update& update, const QRectF& lane)
{
    const QFont font = m_theme.font(Theme::Type::small);
    const QFontMetricsF metrics(font);
    if (lane.height() < metrics.height())
        return;
    const double left = m_x(update.readNs) + m_theme.px(8);
    const double room = m_x(update.writeNs) - left - m_theme.px(14);
    for (const Template form : {TS_TEXT("updates", "read %1 → wrote %2"), TS_TEXT("updates", "%1 → %2")}) {
        const QString words = inWords(Text(form).arg(update.read).arg(update.wrote));
        if (metrics.horizontalAdvance(words) + m_theme.px(6) > room)
            continue;
        paintChip(m_painter, m_theme, {left, lane.center().y()}, words, font);
        return;
    }
}

void UpdatePainter::paintCross(const Update& update, const QRectF& lane)
{
    const double half = std::min(m_theme.px(5), lane.height() / 3);
    threadscape::paintCross(m_painter, m_theme, {m_x(update.writeNs), lane.center().y()}, half);
}

void UpdatePainter::paintBracket(const EqualReads& equal)
{
    QRectF all;
    for (const TrackId track : equal.tracks)
        if (const auto lane = m_lanes.find(track); lane != m_lanes.end())
            all = all.isNull() ? lane->second : all.united(lane->second);
    if (all.isNull())
        return;
    const double arm = m_theme.px(6);
    const double left = m_x(equal.fromNs) - m_theme.px(3);
    const double right = std::max(m_x(equal.toNs), left) + arm;
    const double top = all.top() + 1;
    const double foot = all.bottom() - 1;
    m_painter.setPen(QPen(m_theme.error, m_theme.px(2), Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin));
    m_painter.drawPolyline(QPolygonF({{right, top}, {left, top}, {left, foot}, {right, foot}}));
}

} // namespace threadscape
