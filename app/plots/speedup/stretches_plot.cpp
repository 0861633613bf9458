#include "plots/speedup/stretches_plot.h"

#include "plots/speedup/curve_mark.h"
#include "text/hover_words.h"
#include "text/texts.h"

#include <cmath>

namespace threadscape {

namespace {

constexpr double kPanelGap = 20;   // px between panels
constexpr double kPanelRowGap = 8; // px between rows of panels
constexpr double kMostLane = 72;   // px from a lane to the next
constexpr double kLeastLanes = 24; // px of the lanes of a panel
constexpr double kOutline = 4;     // px from the selected panel to its outline
constexpr double kNameMark = 4;    // px, radius of the mark beside a name
constexpr double kAfterMark = 6;   // px from the mark to the name, and from the name to the length

} // namespace

StretchesPlot::StretchesPlot(PlotSpec spec, const PlotFrame& plotFrame, QWidget* parent)
    : Plot(std::move(spec), plotFrame, parent)
{
    for (QCPAxis* axis : {xAxis, yAxis}) {
        axis->setVisible(false);
        axis->grid()->setVisible(false);
    }
}

double StretchesPlot::leftMargin() const
{
    return theme().px(8);
}

double StretchesPlot::rightMargin() const
{
    return theme().px(8);
}

double StretchesPlot::headHeight() const
{
    return std::max(titleHeight(),
                    QFontMetricsF(theme().font(Theme::Type::title, true)).height() + theme().px(4));
}

double StretchesPlot::nameHeight() const
{
    const double line = QFontMetricsF(nameFont(m_names.type)).height();
    return std::ceil((m_names.lines == 2 ? 2 * line : line) + theme().px(2));
}

// For the outline of the selected panel.
double StretchesPlot::bottomExtra() const
{
    return theme().px(kOutline);
}

double StretchesPlot::leastHeight() const
{
    return headHeight() + nameHeight() + theme().px(kLeastLanes) + bottomExtra();
}

QString StretchesPlot::lengthInWords(const StretchPanel& panel) const
{
    return panel.measured ? durationInWords(panel.lengthNs) : QString();
}

// The small ones are not bold: bold does not fit.
QFont StretchesPlot::nameFont(Theme::Type type) const
{
    return theme().font(type, type == Theme::Type::label);
}

// Of the mark, the name and the duration, which is beside the name or below it.
double StretchesPlot::nameWidth(const StretchPanel& panel, NameStyle style) const
{
    const double left = theme().px(2 * kNameMark + kAfterMark);
    const double name =
        QFontMetricsF(nameFont(style.type)).horizontalAdvance(inWords(backendLabel(panel.backend)));
    const double length = QFontMetricsF(theme().font(style.type)).horizontalAdvance(lengthInWords(panel));
    return std::ceil(left +
                     (style.lines == 2 ? std::max(name, length) : name + theme().px(kAfterMark) + length));
}

void StretchesPlot::prepare()
{
    static const SpeedupStudy none;
    const Catalogue* catalogue = frame().run.trace ? &frame().run.trace->catalogue() : nullptr;
    const std::optional<int> jobs =
        frame().view.chosen ? std::optional(frame().view.chosen->jobs) : std::nullopt;
    m_picture = stretchesPicture(frame().run.study ? *frame().run.study : none, catalogue, jobs);
}

std::vector<LegendEntry> StretchesPlot::legend() const
{
    return legendOf(*frame().run.trace, *frame().run.snapshot, m_picture);
}

void StretchesPlot::fitValues()
{
    const auto widest = [&](NameStyle style) {
        double width = 0;
        for (const StretchPanel& panel : m_picture.panels)
            width = std::max(width, nameWidth(panel, style));
        return width;
    };
    constexpr NameStyle kStyles[] = {
        {Theme::Type::label, 1}, {Theme::Type::small, 1}, {Theme::Type::label, 2}, {Theme::Type::small, 2}};
    const QRectF all = area();
    m_places = panelPlaces(m_picture.panels.size(), {all.left(), all.top(), all.width(), all.height()},
                           widest(std::end(kStyles)[-1]), theme().px(kPanelGap), theme().px(kPanelRowGap));
    // The first that fits, else the closest; but lanes keep their height.
    NameStyle best;
    for (const NameStyle style : kStyles) {
        m_names = style;
        if (m_places.empty() ||
            (style.lines == 2 && m_places.front().height - nameHeight() < theme().px(kLeastLanes)))
            continue;
        best = style;
        if (widest(style) <= m_places.front().width)
            break;
    }
    m_names = best;
}

StretchesPlot::Place StretchesPlot::place(std::size_t index) const
{
    const Box& box = m_places[index];
    const StretchPanel& panel = m_picture.panels[index];
    // Aligned to pixels, so that lanes are equally high and bars equally sharp in each. Few lanes leave space below them.
    const QPointF corner(std::round(box.left), std::round(box.top));
    const double width = std::floor(box.width);
    const int lanes = panel.inside ? std::clamp(m_picture.jobs, 1, 2) : static_cast<int>(panel.lanes);
    const double height =
        std::clamp(std::floor(box.height) - nameHeight(), 1.0, lanes * theme().px(kMostLane));
    return {QRectF(corner, QSizeF(width, nameHeight() + height)),
            QRectF(corner.x(), corner.y() + nameHeight(), width, height)};
}

std::optional<std::size_t> StretchesPlot::panelIndexAt(QPointF at) const
{
    for (std::size_t i = 0; i < m_places.size(); ++i)
        if (place(i).whole.contains(at))
            return i;
    return std::nullopt;
}

std::optional<PointId> StretchesPlot::pointAt(QPointF at) const
{
    const auto index = panelIndexAt(at);
    if (!index || !m_picture.panels[*index].measured)
        return std::nullopt;
    return m_picture.panels[*index].point(m_picture.jobs);
}

std::optional<QRectF> StretchesPlot::panelOf(const PointId& point) const
{
    for (std::size_t i = 0; i < m_places.size(); ++i)
        if (m_picture.panels[i].point(m_picture.jobs) == point)
            return place(i).whole;
    return std::nullopt;
}

QRectF StretchesPlot::laneRect(const Place& at, const StretchPanel& panel, std::size_t lane) const
{
    const double pitch = at.lanes.height() / static_cast<double>(panel.lanes);
    const double gap = std::min(theme().px(2), pitch / 5);
    const double top = at.lanes.top() + pitch * static_cast<double>(lane);
    // High lanes are aligned to pixels, thin ones need every fraction.
    if (pitch >= 8)
        return {at.lanes.left(), std::round(top), at.lanes.width(),
                std::round(top + pitch) - std::round(top) - std::round(gap)};
    return {at.lanes.left(), top, at.lanes.width(), pitch - gap};
}

// Width of its sample on the scale that all panels share.
double StretchesPlot::widthOf(const StretchPanel& panel, const QRectF& lanes) const
{
    const double share = static_cast<double>(panel.lengthNs) / static_cast<double>(m_picture.scaleNs);
    return std::max(1.0, lanes.width() * std::min(1.0, share));
}

TimeAxis StretchesPlot::axisOf(const StretchPanel& panel, const QRectF& lanes, double perPixel) const
{
    return TimeAxis(panel.window(), std::max(1.0, widthOf(panel, lanes) * perPixel));
}

QString StretchesPlot::headingInWords() const
{
    return inWords(Text(TS_PLURAL("stretches", "%n jobs: the middle sample of each, on one scale"))
                       .count(m_picture.jobs));
}

void StretchesPlot::paintData(QCPPainter& painter)
{
    if (m_picture.panels.empty())
        return paintNotice(painter,
                           inWords(TS_TEXT("stretches", "Nothing is compared: choose another backend")));
    const QFont font = theme().font(Theme::Type::title, true);
    const double title = QFontMetricsF(font).horizontalAdvance(inWords(spec().title));
    const QRectF head(area().left() + (title > 0 ? title + theme().px(12) : 0), 0, area().width() - title,
                      headHeight() - theme().px(4));
    const QFont plain = theme().font(Theme::Type::label, title <= 0);
    painter.setFont(plain);
    painter.setPen(title > 0 ? theme().secondary : theme().text);
    painter.drawText(head, Qt::AlignLeft | Qt::AlignVCenter,
                     QFontMetricsF(plain).elidedText(headingInWords(), Qt::ElideRight, head.width()));
    for (std::size_t i = 0; i < m_places.size(); ++i) {
        const StretchPanel& panel = m_picture.panels[i];
        const Place at = place(i);
        paintName(painter, panel, QRectF(at.whole.topLeft(), QSizeF(at.whole.width(), nameHeight())));
        if (panel.inside)
            paintBar(painter, panel, at.lanes);
        else
            paintLanes(painter, panel, at);
    }
}

void StretchesPlot::paintName(QCPPainter& painter, const StretchPanel& panel, const QRectF& row) const
{
    const CurveStyle& style = theme().curve(panel.backend);
    const double mark = theme().px(kNameMark);
    const double line = m_names.lines == 2 ? QFontMetricsF(nameFont(m_names.type)).height() : row.height();
    painter.setAntialiasing(true);
    painter.setPen(style.hollow ? QPen(style.color, theme().px(1.5)) : QPen(Qt::NoPen));
    painter.setBrush(style.hollow ? theme().plot : style.color);
    paintMark(painter, style.mark, {row.left() + mark, row.top() + line / 2},
              mark * (style.hollow ? 0.9 : 1));
    painter.setAntialiasing(false);
    painter.setBrush(Qt::NoBrush);

    const QString length = lengthInWords(panel);
    const QFont plain = theme().font(m_names.type);
    const QFont bold = nameFont(m_names.type);
    const QFontMetricsF metrics(bold);
    const bool below = m_names.lines == 2;
    const double left = row.left() + 2 * mark + theme().px(kAfterMark);
    const double lengthWidth = QFontMetricsF(plain).horizontalAdvance(length);
    const double room =
        row.right() + 1 - left - (below || length.isEmpty() ? 0 : lengthWidth + theme().px(kAfterMark));
    const QString name =
        metrics.elidedText(inWords(backendLabel(panel.backend)), Qt::ElideRight, std::max(0.0, room));
    const int flags = Qt::AlignLeft | Qt::AlignVCenter | Qt::TextDontClip;
    painter.setFont(bold);
    painter.setPen(panel.measured ? theme().text : theme().secondary);
    painter.drawText(QRectF(left, row.top(), row.right() - left, line), flags, name);
    painter.setFont(plain);
    painter.setPen(theme().secondary);
    const QPointF after =
        below ? QPointF(left, row.top() + metrics.height())
              : QPointF(left + metrics.horizontalAdvance(name) + theme().px(kAfterMark), row.top());
    painter.drawText(QRectF(after, QSizeF(lengthWidth, line)), flags, length);
}

void StretchesPlot::paintLanes(QCPPainter& painter, const StretchPanel& panel, const Place& at)
{
    for (std::size_t l = 0; l < panel.lanes; ++l)
        painter.fillRect(laneRect(at, panel, l), theme().lane);
    if (panel.tracks.empty())
        return;
    const bool vector = painter.modes().testFlag(QCPPainter::pmVectorized);
    const double perPixel = vector ? 2 : painter.device()->devicePixelRatioF();
    const TimeAxis axis = axisOf(panel, at.lanes, perPixel);
    LanePictures& pictures = m_lanes[panel.backend];
    LanePainter lanes(painter, theme(), at.lanes, 1 / perPixel, frame().view.isolated, m_image);
    for (std::size_t l = 0; l < panel.tracks.size(); ++l) {
        if (panel.tracks[l] >= frame().run.trace->lanes())
            continue;
        const LanePicture& picture =
            pictures.of(*frame().run.trace, frame().run.snapshot, panel.tracks[l], axis);
        const QRectF lane = laneRect(at, panel, l);
        lanes.paintStates(picture, lane);
        lanes.paintLost(picture, lane);
    }
    lanes.finish();
}

// Only its length is known; a bar beyond the scale is broken off, and its number is the true length.
void StretchesPlot::paintBar(QCPPainter& painter, const StretchPanel& panel, const QRectF& lanes) const
{
    painter.fillRect(lanes, theme().lane);
    if (!panel.measured)
        return;
    const QRectF bar(lanes.left(), lanes.top(), std::round(widthOf(panel, lanes)), lanes.height());
    const QColor fill = theme().faded(theme().state(State::sleep).fill);
    painter.fillRect(bar, fill);
    if (panel.lengthNs > m_picture.scaleNs) {
        painter.setAntialiasing(true);
        painter.setPen(QPen(theme().plot, theme().px(3), Qt::SolidLine, Qt::FlatCap));
        for (const double back : {14.0, 22.0}) {
            const double x = bar.right() - theme().px(back);
            painter.drawLine(QLineF(x, bar.bottom(), x + theme().px(5), bar.top()));
        }
        painter.setAntialiasing(false);
    }
    const QString words = inWords(TS_TEXT("stretches", "timed inside Python"));
    const QFont font = theme().font(Theme::Type::small);
    const QFontMetricsF metrics(font);
    const double width = metrics.horizontalAdvance(words) + theme().px(12);
    if (width > lanes.width() || metrics.height() > lanes.height())
        return; // the hover text has it
    const bool within = width <= bar.width() - theme().px(28);
    painter.setFont(font);
    painter.setPen(within ? Theme::inkOn(fill) : theme().secondary);
    const double left = within || bar.width() + width > lanes.width() ? bar.left() : bar.right();
    painter.drawText(QRectF(left + theme().px(6), bar.top(), width, bar.height()),
                     Qt::AlignLeft | Qt::AlignVCenter, words);
}

std::optional<LaneHit> StretchesPlot::laneHitAt(const StretchPanel& panel, const Place& at,
                                                QPointF point) const
{
    for (std::size_t l = 0; l < panel.tracks.size(); ++l) {
        const QRectF lane = laneRect(at, panel, l);
        if (point.y() < lane.top() || point.y() > lane.bottom() ||
            point.x() > lane.left() + widthOf(panel, at.lanes))
            continue;
        const TimeAxis axis = axisOf(panel, at.lanes, 1);
        const auto reader = frame().run.trace->reader();
        return panel.tracks[l] >= frame().run.trace->lanes()
                   ? std::nullopt
                   : hitLane(*frame().run.trace, *frame().run.snapshot, panel.tracks[l],
                             axis.toNs(point.x() - lane.left()), axis.nsPerPixel());
    }
    return std::nullopt;
}

QString StretchesPlot::hover(QPointF at)
{
    const auto index = panelIndexAt(at);
    if (!index || !frame().run.trace)
        return {};
    const StretchPanel& panel = m_picture.panels[*index];
    const Template who = backendLabel(panel.backend);
    if (!panel.measured)
        return inWords(Text(frame().run.snapshot->finished
                                ? TS_PLURAL("stretches", "%1, %n jobs: not measured")
                                : TS_PLURAL("stretches", "%1, %n jobs: not measured yet"))
                           .arg(who)
                           .count(m_picture.jobs));
    QStringList lines;
    if (const auto hit = laneHitAt(panel, place(*index), at))
        lines << inWords(hoverSentence(frame().run.trace->catalogue(), *hit));
    const DurationArg length{panel.lengthNs};
    if (panel.inside)
        lines << inWords(
            Text(TS_PLURAL("stretches", "%1, %n jobs: %2, timed inside Python, whose workers are not seen"))
                .arg(who)
                .arg(length)
                .count(m_picture.jobs));
    else
        lines << inWords(Text(TS_PLURAL("stretches", "%1, %n jobs: %2; a click opens its timeline"))
                             .arg(who)
                             .arg(length)
                             .count(m_picture.jobs));
    return lines.join(u'\n');
}

void StretchesPlot::paintHover(QCPPainter& painter, QPointF at)
{
    const auto index = panelIndexAt(at);
    if (!index || !m_picture.panels[*index].measured)
        return;
    const StretchPanel& panel = m_picture.panels[*index];
    const Place where = place(*index);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme().text, std::max(1.0, theme().px(1))));
    const auto hit = laneHitAt(panel, where, at);
    for (std::size_t l = 0; hit && l < panel.tracks.size(); ++l) {
        if (panel.tracks[l] != hit->track)
            continue;
        const TimeAxis axis = axisOf(panel, where.lanes, 1);
        const QRectF lane = laneRect(where, panel, l);
        const double left = std::max(0.0, axis.toPixel(hit->fromNs));
        const double right = std::min(axis.widthPx(), axis.toPixel(hit->toNs));
        painter.drawRect(
            QRectF(lane.left() + left, lane.top(), right - left, lane.height()).adjusted(-1, -1, 1, 1));
    }
}

void StretchesPlot::paintLit(QCPPainter& painter)
{
    const auto where = frame().view.chosen ? panelOf(*frame().view.chosen) : std::nullopt;
    if (!where)
        return;
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme().accent, std::max(1.0, theme().px(2))));
    const double away = theme().px(kOutline) - 1;
    painter.drawRect(where->adjusted(-away, 0, away, away));
}

} // namespace threadscape
