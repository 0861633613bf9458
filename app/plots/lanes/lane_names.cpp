#include "plots/lanes/lane_names.h"

#include "plots/lanes/fold_button.h"
#include "text/texts.h"

#include <cmath>

namespace threadscape {

double laneNamesWidth(const LaneScene& scene)
{
    const QFontMetricsF metrics(scene.theme().font(Theme::Type::label));
    const QFontMetricsF bold(scene.theme().font(Theme::Type::label, true));
    double widest = 0;
    const auto widen = [&](const LaneRows& group) {
        for (const LaneRow& row : group.rows)
            widest = std::max(widest, metrics.horizontalAdvance(nameInWords(row.name)));
    };
    for (const LaneRows& group : scene.groups()) {
        widest = std::max(widest, bold.horizontalAdvance(scene.headingOf(group)));
        widen(group);
    }
    if (!scene.cores().rows.empty() && (scene.coresOpen() || scene.coresFold()))
        widest = std::max(widest, FoldButton::widthOf(scene.theme(), scene.coresInWords()));
    if (scene.coresOpen())
        widen(scene.cores());
    return std::ceil(widest + scene.px(16));
}

void paintLaneNames(QCPPainter& painter, const LaneScene& scene)
{
    using Kind = LaneLayout::Row::Kind;
    const Theme& theme = scene.theme();
    const bool tight = scene.layout().fittingPitch() < QFontMetricsF(theme.font(Theme::Type::label)).height();
    const QFont font = theme.font(tight ? Theme::Type::small : Theme::Type::label);
    const double height = QFontMetricsF(font).height();
    const double right = scene.area().left() - scene.px(8);
    double freeFrom = -1e9;
    for (const LaneLayout::Row& row : scene.layout().rows()) {
        if (!scene.layout().isFullyVisible(row))
            continue;
        const QRectF room(scene.px(8), row.rect.center().y() - height / 2, right - scene.px(8), height);
        if (row.kind == Kind::coresHeading && scene.coresFold())
            continue; // the button has that text
        if (row.kind == Kind::heading || row.kind == Kind::coresHeading) {
            painter.setFont(theme.font(Theme::Type::label, true));
            painter.setPen(theme.text);
            painter.drawText(room, Qt::AlignRight | Qt::AlignVCenter, scene.headingIn(row));
            continue;
        }
        if (room.top() < freeFrom)
            continue;
        freeFrom = room.top() + kNameShare * height;
        painter.setFont(font);
        painter.setPen(theme.secondary);
        painter.drawText(room, Qt::AlignRight | Qt::AlignVCenter, nameInWords(scene.laneIn(row).name));
    }
}

} // namespace threadscape
