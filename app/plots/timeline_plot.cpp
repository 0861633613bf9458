#include "plots/timeline_plot.h"

#include "plots/chip.h"
#include "plots/fold_button.h"
#include "plots/update_painter.h"
#include "text/every_language.h"
#include "text/texts.h"
#include "view/cut_off.h"
#include "view/hover.h"
#include "view/task_of_box.h"
#include "view/values.h"

#include <cmath>

namespace threadscape {

namespace {

constexpr double kMostPitch = 30;
constexpr double kMostPitchOfFew = 56; // up to kFew lanes: their boxes are to be read
constexpr std::size_t kFew = 6;
constexpr double kGap = 2;
constexpr double kNameShare = 0.75; // of a name's height: ascenders and descenders leave that much air

bool isVector(const QCPPainter& painter)
{
    return painter.modes().testFlag(QCPPainter::pmNoCaching) ||
           painter.modes().testFlag(QCPPainter::pmVectorized);
}

/// Where the first box within `box` begins, or else its end, in px. Boxes stand by their depth, and by their time.
double freeUntil(const std::vector<OperationBox>& boxes, const OperationBox& box)
{
    const auto place = [](const OperationBox& b) { return std::pair(b.depth, b.fromPx); };
    const auto inner = std::ranges::lower_bound(boxes, std::pair(box.depth + 1, box.fromPx), {}, place);
    return inner != boxes.end() && inner->depth == box.depth + 1 ? std::min(inner->fromPx, box.toPx)
                                                                 : box.toPx;
}

} // namespace

TimelinePlot::TimelinePlot(PlotSpec spec, const PlotFrame& plotFrame, ViewModel& view, QWidget* parent)
    : Plot(std::move(spec), plotFrame, parent), m_fold(std::make_unique<FoldButton>(parent))
{
    yAxis->setTickLabels(false);
    yAxis->setTicks(false);
    yAxis->grid()->setVisible(false);
    m_fold->hide();
    connect(m_fold.get(), &FoldButton::clicked, &view, &ViewModel::setCoresOpen);
    inEveryLanguage(m_fold.get(), [this] { putFoldWords(); });
}

TimelinePlot::~TimelinePlot() = default;

StackPlot TimelinePlot::room() const
{
    StackPlot asked = Plot::room();
    asked.lanes = LanesHeight{closeHeight(), leastHeight(), mostHeight()};
    return asked;
}

std::vector<LegendEntry> TimelinePlot::legend() const
{
    return legendOf(*frame().run.trace, *frame().run.snapshot, frame().run.tracks, frame().view.window);
}

void TimelinePlot::styleAxes()
{
    m_scroll = 0;
}

QString TimelinePlot::headingOf(const LaneRows& group) const
{
    const auto words = frame().run.groupWords.find(group.group);
    return words != frame().run.groupWords.end() ? inWords(words->second) : nameInWords(group.group);
}

double TimelinePlot::leftMargin() const
{
    const QFontMetricsF metrics(theme().font(Theme::Type::label));
    const QFontMetricsF bold(theme().font(Theme::Type::label, true));
    double widest = 0;
    for (const LaneRows& group : frame().run.lanes) {
        widest = std::max(widest, bold.horizontalAdvance(headingOf(group)));
        for (const LaneRow& row : group.rows)
            widest = std::max(widest, metrics.horizontalAdvance(nameInWords(row.name)));
    }
    if (hasCoresHeading())
        widest = std::max(widest, FoldButton::widthOf(theme(), coresInWords()));
    if (frame().view.coresOpen)
        for (const LaneRow& row : frame().run.cores.rows)
            widest = std::max(widest, metrics.horizontalAdvance(nameInWords(row.name)));
    return std::ceil(widest + theme().px(16));
}

QString TimelinePlot::numberOf(const LaneRow& lane) const
{
    if (!frame().run.trace || lane.track == kNoTrack)
        return {};
    const std::int64_t number =
        frame().run.trace->catalogue().track(lane.track).number.load(std::memory_order_relaxed);
    return number == TrackInfo::kNoNumber ? QString() : QLocale().toString(static_cast<qlonglong>(number));
}

double TimelinePlot::rightMargin() const
{
    const QFontMetricsF metrics(theme().font(Theme::Type::body, true));
    double widest = 0;
    for (const LaneRows& group : frame().run.lanes)
        for (const LaneRow& row : group.rows)
            widest = std::max(widest, metrics.horizontalAdvance(numberOf(row)));
    // Room for three digits from the start, so that the picture does not shift when they appear.
    widest = std::max(widest, metrics.horizontalAdvance(QStringLiteral("000")));
    return std::ceil(widest + theme().px(20));
}

double TimelinePlot::headingHeight() const
{
    return std::round(QFontMetricsF(theme().font(Theme::Type::label, true)).height() + theme().px(2));
}

double TimelinePlot::pitchFor(double height) const
{
    const std::size_t lanes = laneCount();
    return lanes > 0 ? (height - headingsHeight()) / static_cast<double>(lanes) : height;
}

double TimelinePlot::headingsHeight() const
{
    const auto named =
        std::ranges::count_if(frame().run.lanes, [](const LaneRows& g) { return !g.group.empty(); });
    return headingHeight() * static_cast<double>(named + (hasCoresHeading() ? 1 : 0));
}

std::size_t TimelinePlot::laneCount() const
{
    std::size_t lanes = frame().view.coresOpen ? frame().run.cores.rows.size() : 0;
    for (const LaneRows& group : frame().run.lanes)
        lanes += group.rows.size();
    return lanes;
}

std::vector<TimelinePlot::Row> TimelinePlot::rows(bool shrink) const
{
    const QRectF all = area();
    double pitch = pitchFor(all.height());
    if (pitch >= leastPitch() || !shrink)
        pitch = std::clamp(pitch, leastPitch(), mostPitch());
    if (pitch >= namedPitch() && (!shrink || pitch >= namedPitch() + 1))
        pitch = std::floor(pitch); // all are alike to the pixel; close ones need every fraction
    const double gap = std::min(theme().px(kGap), pitch / 5);
    std::vector<Row> result;
    double top = all.top() - (shrink ? 0 : m_scroll);
    const auto addHeading = [&](Row row) {
        row.rect = QRectF(all.left(), top, all.width(), headingHeight());
        result.push_back(std::move(row));
        top += headingHeight();
    };
    const auto addLane = [&](Row row) {
        const double foot = shrink ? top + pitch : std::round(top + pitch);
        const double head = shrink ? top : std::round(top);
        row.rect = QRectF(all.left(), head + gap / 2, all.width(), foot - head - gap);
        result.push_back(std::move(row));
        top += pitch;
    };
    for (const LaneRows& group : frame().run.lanes) {
        if (!group.group.empty()) {
            const auto numbers = frame().run.numberWords.find(group.group);
            addHeading(
                {.group = &group,
                 .heading = headingOf(group),
                 .numbers = numbers != frame().run.numberWords.end() ? inWords(numbers->second) : QString()});
        }
        for (const LaneRow& lane : group.rows)
            addLane({.lane = &lane});
    }
    if (hasCoresHeading())
        addHeading({.ofCores = true, .heading = coresInWords()});
    if (frame().view.coresOpen)
        for (const LaneRow& core : frame().run.cores.rows)
            addLane({.core = &core});
    return result;
}

// With which every lane has its name.
double TimelinePlot::namedPitch() const
{
    const double name = kNameShare * QFontMetricsF(theme().font(Theme::Type::small)).height();
    return std::max(theme().px(theme().lanePitch), name);
}

double TimelinePlot::mostPitch() const
{
    return theme().px(laneCount() <= kFew ? kMostPitchOfFew : kMostPitch);
}

double TimelinePlot::heightAt(double pitch) const
{
    return titleHeight() + theme().px(4) + headingsHeight() + static_cast<double>(laneCount()) * pitch;
}

double TimelinePlot::hiddenHeight() const
{
    if (laneCount() == 0 || pitchFor(area().height()) >= leastPitch())
        return 0;
    const std::vector<Row> all = rows(false);
    return all.empty() ? 0 : std::max(0.0, all.back().rect.bottom() + m_scroll - area().bottom());
}

void TimelinePlot::setScroll(double px)
{
    m_scroll = std::clamp(px, 0.0, hiddenHeight());
}

double TimelinePlot::scrollTo(std::string_view group) const
{
    for (const Row& row : rows(false))
        if (row.group != nullptr && row.group->group == group)
            return row.rect.top() + m_scroll - area().top();
    return 0;
}

bool TimelinePlot::hasLocks() const
{
    if (!frame().run.trace)
        return false;
    const Catalogue& catalogue = frame().run.trace->catalogue();
    for (std::size_t o = 0; o < catalogue.objects(); ++o)
        if (isHeld(catalogue.object(static_cast<ObjectId>(o)).kind))
            return true;
    return false;
}

std::vector<QColor> TimelinePlot::lockColors(const Theme& theme, const Catalogue& catalogue)
{
    std::vector<QColor> colors(catalogue.objects());
    std::size_t locks = 0;
    for (std::size_t o = 0; o < colors.size(); ++o) {
        if (!isHeld(catalogue.object(static_cast<ObjectId>(o)).kind))
            continue;
        // The first is neutral; most experiments have one lock, and then the bar needs no colour to tell it.
        colors[o] = locks == 0 ? theme.text : theme.groups[(locks - 1) % theme.groups.size()];
        ++locks;
    }
    return colors;
}

void TimelinePlot::paintBehind(QCPPainter& painter)
{
    painter.setClipRect(area());
    for (const Row& row : rows(isVector(painter)))
        if ((row.lane != nullptr || row.core != nullptr) && row.rect.intersects(area()))
            painter.fillRect(row.rect.intersected(area()), theme().lane);
}

// Not scrolled out, even in part: half a name says nothing.
bool TimelinePlot::seen(const Row& row) const
{
    return row.rect.top() >= area().top() - 1 && row.rect.bottom() <= area().bottom() + 1;
}

void TimelinePlot::paintNames(QCPPainter& painter, const std::vector<Row>& all) const
{
    const bool tight = pitchFor(area().height()) < QFontMetricsF(theme().font(Theme::Type::label)).height();
    const QFont font = theme().font(tight ? Theme::Type::small : Theme::Type::label);
    const QFontMetricsF metrics(font);
    const double right = area().left() - theme().px(8);
    double freeFrom = -1e9;
    for (const Row& row : all) {
        if (!seen(row))
            continue;
        const QRectF room(theme().px(8), row.rect.center().y() - metrics.height() / 2, right - theme().px(8),
                          metrics.height());
        if (row.ofCores && frame().coresFold())
            continue; // the button says it
        if (row.lane == nullptr && row.core == nullptr) {
            painter.setFont(theme().font(Theme::Type::label, true));
            painter.setPen(theme().text);
            painter.drawText(room, Qt::AlignRight | Qt::AlignVCenter, row.heading);
            continue;
        }
        // Lanes closer than their names: only some are named, none is written over.
        if (room.top() < freeFrom)
            continue;
        freeFrom = room.top() + kNameShare * metrics.height();
        painter.setFont(font);
        painter.setPen(theme().secondary);
        painter.drawText(room, Qt::AlignRight | Qt::AlignVCenter,
                         nameInWords((row.lane != nullptr ? row.lane : row.core)->name));
    }
}

void TimelinePlot::paintNumbers(QCPPainter& painter, const std::vector<Row>& all) const
{
    const bool tight = pitchFor(area().height()) < QFontMetricsF(theme().font(Theme::Type::label)).height();
    const QFont font = theme().font(tight ? Theme::Type::small : Theme::Type::body, true);
    const QFontMetricsF metrics(font);
    double freeFrom = -1e9;
    const Row* heading = nullptr; // whose lanes' numbers are still without theirs
    for (const Row& row : all) {
        if (!seen(row))
            continue;
        if (row.lane == nullptr) {
            heading = &row;
            continue;
        }
        // Digits have nothing below the line: they fit where names do not.
        const double middle = row.rect.center().y();
        const QString number = numberOf(*row.lane);
        if (number.isEmpty() || middle < freeFrom)
            continue;
        freeFrom = middle + metrics.capHeight();
        if (heading != nullptr && !heading->numbers.isEmpty())
            paintNumberHeading(painter, *std::exchange(heading, nullptr));
        painter.setFont(font);
        painter.setPen(theme().text);
        painter.drawText(QRectF(area().right() + theme().px(10), middle - metrics.height(), theme().px(200),
                                2 * metrics.height()),
                         Qt::AlignLeft | Qt::AlignVCenter, number);
    }
}

// What the numbers at the right end count. It may reach into the heading's row, which is empty.
void TimelinePlot::paintNumberHeading(QCPPainter& painter, const Row& row) const
{
    const QFont font = theme().font(Theme::Type::small);
    const double right = axisRect()->outerRect().right() - theme().px(8);
    paintChip(painter, theme(), {right - chipWidth(theme(), row.numbers, font), row.rect.center().y()},
              row.numbers, font);
}

void TimelinePlot::paintData(QCPPainter& painter)
{
    const bool vector = painter.modes().testFlag(QCPPainter::pmVectorized);
    const std::vector<Row> all = rows(isVector(painter));
    paintNames(painter, all);
    paintNumbers(painter, all);
    if (!frame().run.trace) {
        paintNotice(painter, frame().run.emptySentence);
        return;
    }
    const double perPixel = vector ? 2 : painter.device()->devicePixelRatioF();
    const TimeAxis axis(frame().view.window, std::max(1.0, area().width() * perPixel));
    const bool locks = hasLocks();
    const std::vector<QColor> colors = lockColors(theme(), frame().run.trace->catalogue());
    LanePainter lanes(painter, theme(), area(), 1 / perPixel, frame().view.isolated, m_image);
    std::vector<std::pair<const Row*, const LanePicture&>> pictures;
    for (const Row& row : all) {
        if (row.lane == nullptr || row.lane->track >= frame().run.trace->lanes() ||
            !row.rect.intersects(area()))
            continue;
        pictures.emplace_back(
            &row, frame().pictures->of(*frame().run.trace, frame().run.snapshot, row.lane->track, axis));
    }
    painter.save();
    painter.setClipRect(area());
    for (const auto& [row, picture] : pictures) {
        const LanePainter::Parts parts = LanePainter::partsOf(theme(), row->rect, locks);
        lanes.paintStates(picture, parts.states);
        lanes.paintHolds(picture, parts.holds, colors);
        lanes.paintLost(picture, row->rect);
    }
    lanes.finish();
    paintCores(painter, all, axis, 1 / perPixel);
    const UpdatesPicture updates = updatesOf();
    for (const auto& [row, picture] : pictures) {
        paintBoxes(painter, lanes, picture, row->lane->track, row->rect, updates.updates.empty());
        lanes.paintNotifies(picture, row->rect);
    }
    paintMessages(painter, all);
    paintAwaits(painter, all);
    painter.restore();
    paintEvidence(painter, all, axis, lanes);
    if (!updates.updates.empty()) {
        // A cross at the very edge is seen whole.
        painter.save();
        painter.setClipRect(area().adjusted(-theme().px(8), 0, theme().px(8), 0));
        std::map<TrackId, QRectF> places;
        for (const auto& [row, picture] : pictures)
            places[row->lane->track] = row->rect;
        UpdatePainter(
            painter, theme(), [&](std::int64_t ns) { return lanes.x(axis.toPixel(ns)); }, std::move(places))
            .paint(updates);
        painter.restore();
    }
    paintEnds(painter, all);
    if (!frame().run.snapshot->finished)
        return;
    for (const auto& [row, picture] : pictures)
        paintCutOff(painter, lanes, axis, *row, LanePainter::partsOf(theme(), row->rect, locks).states);
    paintPatterns(painter, all);
}

void TimelinePlot::paintEvidence(QCPPainter& painter, const std::vector<Row>& all, const TimeAxis& axis,
                                 const LanePainter& lanes) const
{
    const double line = theme().px(2);
    painter.setBrush(Qt::NoBrush);
    for (const EvidencePlace& place : frame().run.evidence) {
        const double left = std::max(lanes.x(axis.toPixel(place.stretch.fromNs)), area().left() - line);
        const double right = std::min(lanes.x(axis.toPixel(place.stretch.toNs)), area().right() + line);
        const Row* row = place.track == kNoTrack ? nullptr : rowOf(all, place.track);
        if (right < area().left() || left > area().right() ||
            (place.track != kNoTrack && (row == nullptr || !row->rect.intersects(area()))))
            continue;
        QRectF rect = row != nullptr ? row->rect : lanesRect(all);
        rect.setLeft(left);
        rect.setRight(std::max(right, left + 2 * line));
        const QRectF outline = rect.adjusted(-line / 2, -line / 2, line / 2, line / 2);
        painter.setPen(QPen(theme().plot, 2 * line, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin));
        painter.drawRect(outline); // it stands out from what is beside it
        painter.setPen(QPen(theme().text, line, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin));
        painter.drawRect(outline);
    }
}

// Around all lanes, without the heading above them.
QRectF TimelinePlot::lanesRect(const std::vector<Row>& all) const
{
    QRectF rect;
    for (const Row& row : all)
        if (row.lane != nullptr)
            rect |= row.rect;
    return rect.intersected(area().adjusted(0, theme().px(2), 0, -theme().px(2)));
}

UpdatesPicture TimelinePlot::updatesOf() const
{
    const ObjectId variable =
        spec().variable.empty() ? kNoObject : findVariable(frame().run.trace->catalogue(), spec().variable);
    return variable == kNoObject
               ? UpdatesPicture()
               : updatesPicture(*frame().run.trace, frame().run.tracks, variable, frame().view.window);
}

void TimelinePlot::paintBoxes(QCPPainter& painter, const LanePainter& lanes, const LanePicture& picture,
                              TrackId track, const QRectF& lane, bool named) const
{
    const QFont font = theme().font(Theme::Type::small);
    const QFontMetricsF metrics(font);
    const double line = std::max(1.0, theme().px(1));
    QColor outline = theme().text;
    outline.setAlphaF(0.7F);
    const double legible = metrics.height() - theme().px(3);
    // In a fat lane each depth has a line for its names; else the outer name stands where nothing is inside.
    const int deepest = picture.boxes.empty() ? 0 : picture.boxes.back().depth;
    const double step = lane.height() / (deepest + 1);
    const bool stepped = named && deepest > 0 && step >= legible;
    for (const OperationBox& box : picture.boxes) {
        const double inset = box.depth * theme().px(stepped ? 1 : 2);
        const double fromTop = stepped ? box.depth * step : inset;
        const double left = lanes.x(box.fromPx);
        const QRectF rect(left, lane.top() + fromTop, lanes.x(box.toPx) - left,
                          lane.height() - fromTop - inset);
        if (rect.height() < theme().px(6))
            continue;
        if (box.style == NumberStyle::stall)
            LanePainter::hatch(painter, rect, theme().error, theme().px(8), 1.5 * line);
        const bool failed = taskStateOf(*frame().run.trace, track, box) == TaskState::failed;
        if (named && rect.height() >= legible) {
            QString words =
                inWords(operationWords(frame().run.trace->catalogue(), box.text, box.number, box.style));
            if (failed)
                words = inWords(Text(TS_TEXT("timeline", "%1 failed")).arg(words.toStdString()));
            const double room = stepped ? rect.width() : lanes.x(freeUntil(picture.boxes, box)) - left;
            const double middle =
                stepped ? rect.top() + std::min(step, rect.height()) / 2 : rect.center().y();
            const auto fits = [&] { return metrics.horizontalAdvance(words) + theme().px(10) <= room; };
            if (box.style == NumberStyle::stall && !fits()) // who it was says most
                words = nameInWords(frame().run.trace->catalogue().text(box.text));
            if (!words.isEmpty() && fits())
                paintChip(painter, theme(), {left + theme().px(2), middle}, words, font);
        }
        const bool stall = box.style == NumberStyle::stall;
        painter.setPen(failed || stall ? QPen(theme().error, 2 * line)
                                       : QPen(outline, line)); // on top: the chip may reach its edge
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(rect.adjusted(line / 2, line / 2, -line / 2, -line / 2));
    }
}

void TimelinePlot::paintCutOff(QCPPainter& painter, LanePainter& lanes, const TimeAxis& axis, const Row& row,
                               const QRectF& states) const
{
    const TrackId track = row.lane->track;
    const auto wait = cutOff(LaneView(*frame().run.trace, *frame().run.snapshot, track));
    if (badEnd(*frame().run.trace, *frame().run.snapshot, track))
        return; // that is what ended the wait, and is marked
    if (!wait || !axis.window().contains(wait->untilNs - 1))
        return;
    const double toPx = axis.toPixel(wait->untilNs);
    lanes.paintArrowHead(states, toPx, wait->state);
    // A wait of a quarter of the picture is worth its length in words.
    const double from = std::max(lanes.x(axis.toPixel(wait->sinceNs)), area().left());
    const double to = lanes.x(toPx);
    if (to - from < area().width() / 4)
        return;
    const DurationArg waited{wait->untilNs - wait->sinceNs};
    const bool forLock = awaitsLock(wait->state) && wait->object < frame().run.trace->catalogue().objects();
    const QString words = inWords(
        forLock ? Text(TS_TEXT("timeline", "%1 waited %2 for %3"))
                      .arg(NameArg{row.lane->name})
                      .arg(waited)
                      .arg(NameArg{frame().run.trace->catalogue().object(wait->object).name})
        : wait->number ? Text(TS_TEXT("timeline", "%1 waited %2, wanted %3"))
                             .arg(NameArg{row.lane->name})
                             .arg(waited)
                             .arg(std::int64_t{std::abs(*wait->number)})
                       : Text(TS_TEXT("timeline", "%1 waited %2")).arg(NameArg{row.lane->name}).arg(waited));
    const QFont font = theme().font(Theme::Type::small);
    const double width = chipWidth(theme(), words, font) + theme().px(6);
    if (width + theme().px(90) < to - from && row.rect.height() >= QFontMetricsF(font).ascent())
        paintChip(painter, theme(), {to - width, row.rect.center().y()}, words, font);
}

} // namespace threadscape
