#include "plots/lanes/lane_numbers.h"

#include "plots/style/chip.h"

#include <cmath>

namespace threadscape {

namespace {

// The caption of the numbers. It may extend into the heading's row, which is empty.
void paintNumbersHeading(QCPPainter& painter, const LaneScene& scene, const LaneLayout::Row& heading)
{
    const QString words = scene.numberWordsOf(heading);
    if (words.isEmpty())
        return;
    const QFont font = scene.theme().font(Theme::Type::small);
    const double left = scene.right() - scene.px(8) - chipWidth(scene.theme(), words, font);
    paintChip(painter, scene.theme(), {left, heading.rect.center().y()}, words, font);
}

} // namespace

double laneNumbersWidth(const LaneScene& scene)
{
    const QFontMetricsF metrics(scene.theme().font(Theme::Type::body, true));
    double widest = 0;
    for (const LaneRows& group : scene.groups())
        for (const LaneRow& row : group.rows)
            widest = std::max(widest, metrics.horizontalAdvance(scene.numberOf(row)));
    // Room for three digits from the start, so that the picture does not shift when they appear.
    widest = std::max(widest, metrics.horizontalAdvance(QStringLiteral("000")));
    return std::ceil(widest + scene.px(20));
}

void paintLaneNumbers(QCPPainter& painter, const LaneScene& scene)
{
    const Theme& theme = scene.theme();
    const bool tight = scene.layout().fittingPitch() < QFontMetricsF(theme.font(Theme::Type::label)).height();
    const QFont font = theme.font(tight ? Theme::Type::small : Theme::Type::body, true);
    const QFontMetricsF metrics(font);
    double freeFrom = -1e9;
    const LaneLayout::Row* heading = nullptr; // whose numbers still lack their caption
    for (const LaneLayout::Row& row : scene.layout().rows()) {
        if (!scene.layout().isFullyVisible(row))
            continue;
        if (row.kind != LaneLayout::Row::Kind::lane) {
            heading = &row;
            continue;
        }
        // Digits have no descenders: they fit where names do not.
        const double middle = row.rect.center().y();
        const QString number = scene.numberOf(scene.laneIn(row));
        if (number.isEmpty() || middle < freeFrom)
            continue;
        freeFrom = middle + metrics.capHeight();
        if (heading != nullptr)
            paintNumbersHeading(painter, scene, *std::exchange(heading, nullptr));
        painter.setFont(font);
        painter.setPen(theme.text);
        painter.drawText(QRectF(scene.area().right() + scene.px(10), middle - metrics.height(), scene.px(200),
                                2 * metrics.height()),
                         Qt::AlignLeft | Qt::AlignVCenter, number);
    }
}

} // namespace threadscape
