#include "plots/lanes/unfinished_waits.h"

#include "plots/lanes/lane_painter.h"
#include "plots/style/chip.h"
#include "text/texts.h"
#include "view/lanes/lane_end.h"
#include "view/lanes/unfinished_wait.h"

#include <cmath>

namespace threadscape {

namespace {

QString unfinishedWaitInWords(const LaneScene& scene, const LaneRow& lane, const UnfinishedWait& wait)
{
    const NameArg who{lane.name};
    const DurationArg waited{wait.untilNs - wait.sinceNs};
    if (awaitsLock(wait.state) && wait.object < scene.catalogue().objects())
        return inWords(Text(TS_TEXT("timeline", "%1 waited %2 for %3"))
                           .arg(who)
                           .arg(waited)
                           .arg(NameArg{scene.catalogue().object(wait.object).name}));
    if (wait.number)
        return inWords(Text(TS_TEXT("timeline", "%1 waited %2, wanted %3"))
                           .arg(who)
                           .arg(waited)
                           .arg(std::int64_t{std::abs(*wait.number)}));
    return inWords(Text(TS_TEXT("timeline", "%1 waited %2")).arg(who).arg(waited));
}

void paintUnfinishedWait(QCPPainter& painter, const LaneScene& scene, LanePainter& lanes,
                         const LaneLayout::Row& row, const QRectF& states)
{
    if (badEnd(scene.trace(), scene.snapshot(), row.track))
        return; // that is what ended the wait, and is marked
    const auto wait = unfinishedWait(LaneView(scene.trace(), scene.snapshot(), row.track));
    const TimeAxis axis = scene.columns();
    if (!wait || !axis.window().contains(wait->untilNs - 1))
        return;
    const double toPx = axis.toPixel(wait->untilNs);
    lanes.paintArrowHead(states, toPx, wait->state);
    // Only a wait of at least a quarter of the picture is labelled.
    const double from = std::max(lanes.x(axis.toPixel(wait->sinceNs)), scene.area().left());
    const double to = lanes.x(toPx);
    if (to - from < scene.area().width() / 4)
        return;
    const QString words = unfinishedWaitInWords(scene, scene.laneIn(row), *wait);
    const QFont font = scene.theme().font(Theme::Type::small);
    const double width = chipWidth(scene.theme(), words, font) + scene.px(6);
    if (width + scene.px(90) < to - from && row.rect.height() >= QFontMetricsF(font).ascent())
        paintChip(painter, scene.theme(), {to - width, row.rect.center().y()}, words, font);
}

} // namespace

void paintUnfinishedWaits(QCPPainter& painter, const LaneScene& scene, const std::vector<VisibleLane>& shown)
{
    const bool locks = scene.hasLocks();
    LanePainter lanes(painter, scene.theme(), scene.area(), scene.perColumn(), scene.isolated(),
                      scene.canvas());
    for (const auto& [row, picture] : shown)
        paintUnfinishedWait(painter, scene, lanes, *row,
                            LanePainter::partsOf(scene.theme(), row->rect, locks).states);
}

} // namespace threadscape
