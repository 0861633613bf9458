#include "plots/lanes/lane_ends.h"

#include "plots/style/chip.h"
#include "plots/style/cross.h"
#include "text/end_words.h"
#include "text/texts.h"

namespace threadscape {

namespace {

// Behind the end, where nothing follows: before it the label would cover what it did last. nullopt: it does not fit.
std::optional<QRectF> placeOfWords(const LaneScene& scene, const QRectF& lane, double x, double half,
                                   const QString& words, const QFont& font)
{
    const QFontMetricsF metrics(font);
    if (lane.height() < metrics.ascent())
        return std::nullopt;
    const QSizeF size(chipWidth(scene.theme(), words, font),
                      std::min(lane.height(), metrics.height() + scene.px(2)));
    const double gap = 2 * half + scene.px(3);
    const bool behind = x + gap + size.width() <= scene.area().right();
    const double left = behind ? x + gap : x - gap - size.width();
    if (left < scene.area().left())
        return std::nullopt;
    return QRectF(QPointF(left, lane.center().y() - size.height() / 2), size);
}

} // namespace

std::vector<EndPlace> paintLaneEnds(QCPPainter& painter, const LaneScene& scene)
{
    const Theme& theme = scene.theme();
    const QFont font = theme.font(Theme::Type::small, true);
    std::vector<EndPlace> places;
    for (const LaneLayout::Row& row : scene.layout().rows()) {
        if (row.kind != LaneLayout::Row::Kind::lane || !scene.layout().isFullyVisible(row))
            continue;
        const auto end = badEnd(scene.trace(), scene.snapshot(), row.track);
        if (!end)
            continue;
        const double x = scene.x(end->atNs);
        if (x < scene.area().left() - 1 || x > scene.area().right() + 1)
            continue;
        const double half = std::min(scene.px(5), row.rect.height() / 3);
        painter.setPen(QPen(theme.error, scene.px(2), Qt::SolidLine, Qt::FlatCap));
        painter.drawLine(QLineF(x, row.rect.top(), x, row.rect.bottom()));
        paintCross(painter, theme, {x, row.rect.center().y()}, half);
        const QString words = inWords(endWords(*end));
        if (const auto place = placeOfWords(scene, row.rect, x, half, words, font)) {
            paintErrorChip(painter, theme, *place, words, font);
            places.push_back({*place, *end});
        }
    }
    return places;
}

} // namespace threadscape
