#include "plots/speedup/speedup_plot.h"

#include "plots/speedup/curve_mark.h"
#include "plots/speedup/law_button.h"
#include "text/language_change.h"
#include "text/speedup_words.h"
#include "text/texts.h"
#include "view/axis/time_axis.h"
#include "view/speedup/stretches.h"

#include <cmath>

namespace threadscape {

namespace {

constexpr double kReach = 14;      // px from the pointer to a point that it hits
constexpr double kRadius = 4.5;    // px of a mark
constexpr double kLeastRadius = 2; // px of one among many
constexpr double kCap = 3;         // px, half of the end of a bar
constexpr double kLinesPerTick = 2.4;
constexpr double kLeastStep = 0.1; // between tick labels: they have one decimal

} // namespace

SpeedupPlot::SpeedupPlot(PlotSpec spec, const PlotFrame& plotFrame, ViewModel& view, QWidget* parent)
    : Plot(std::move(spec), plotFrame, parent),
      m_usl(std::make_unique<LawButton>(parent)),
      m_jobTicks(new QCPAxisTickerText),
      m_speedupTicks(new QCPAxisTickerText)
{
    xAxis->setTicker(m_jobTicks);
    yAxis->setTicker(m_speedupTicks);
    xAxis->grid()->setVisible(false);
    m_usl->hide();
    connect(m_usl.get(), &LawButton::clicked, &view, &ViewModel::setUsl);
    onLanguageChange(m_usl.get(), [this] { retranslateUslButton(); });
}

SpeedupPlot::~SpeedupPlot() = default;

void SpeedupPlot::retranslateUslButton()
{
    m_usl->setText(inWords(TS_TEXT("speedup", "USL")));
    m_usl->setAccessibleName(inWords(TS_TEXT("speedup", "Fit of the universal scalability law")));
    m_usl->setToolTip(inWords(
        TS_TEXT("speedup",
                "Draws the universal scalability law beside Amdahl's: workers that wait for each other and "
                "have to agree (U)")));
}

// The button is in the corner, if there is such a curve.
void SpeedupPlot::placeControls()
{
    const bool shown = frame().controls && !isHidden() && hasUsl(*frame().run.study);
    m_usl->setVisible(shown);
    m_corner = 0;
    if (!shown)
        return;
    m_usl->setTheme(theme());
    m_usl->setChecked(frame().view.usl);
    m_usl->setFocusPolicy(frame().keys ? Qt::TabFocus : Qt::NoFocus);
    const QSize size = m_usl->sizeHint();
    const double beside = theme().px(8);
    const double row = headHeight() - theme().px(4);
    const QRect plot = geometry();
    m_usl->setGeometry(plot.right() + 1 - size.width() - qRound(beside),
                       plot.top() + std::max(0, qRound((row - size.height()) / 2)), size.width(),
                       size.height());
    m_corner = size.width() + beside;
}

void SpeedupPlot::raiseControls()
{
    m_usl->raise();
}

std::optional<PointId> SpeedupPlot::stepFrom(const std::optional<PointId>& from, PointStep step) const
{
    return from ? neighbour(m_picture, *from, step) : firstPoint(*frame().run.study);
}

void SpeedupPlot::styleAxes()
{
    xAxis->setTickLabelPadding(qRound(theme().px(6)));
}

double SpeedupPlot::headHeight() const
{
    return std::max(titleHeight(), QFontMetricsF(theme().font(Theme::Type::label)).height() + theme().px(4));
}

double SpeedupPlot::bottomExtra() const
{
    return QFontMetricsF(theme().font(Theme::Type::label)).height() + theme().px(6);
}

double SpeedupPlot::leastHeight() const
{
    return headHeight() + bottomExtra() + theme().px(72);
}

double SpeedupPlot::leftMargin() const
{
    const QFontMetricsF metrics(theme().font(Theme::Type::label));
    const double high = m_picture.speedup.high;
    return std::ceil(metrics.horizontalAdvance(inWords(timesText(high, high < 10 ? 1 : 0))) + theme().px(16));
}

double SpeedupPlot::rightMargin() const
{
    return std::ceil(labelWidth() + theme().px(20));
}

// Margins are as wide as the tick labels and names of the picture.
void SpeedupPlot::setRoom(QSizeF size)
{
    static const SpeedupStudy none;
    const SpeedupStudy& study = frame().run.study ? *frame().run.study : none;
    m_picture = speedupPicture(study, frame().run.before.get(), frame().view.usl);
    m_room = size;
}

void SpeedupPlot::fitValues()
{
    const QRectF all = area();
    m_scale = {m_picture.jobs, m_picture.speedup, all.left(), all.top(), all.width(), all.height()};
    fitJobs();
    fitSpeedup();
}

void SpeedupPlot::fitJobs()
{
    xAxis->setRange(m_picture.jobs.low, m_picture.jobs.high);
    xAxis->setTickLabels(true);
    xAxis->setOffset(0);
    const QFontMetricsF metrics(theme().font(Theme::Type::label));
    const auto last = inWords(Text(TS_PLURAL("speedup", "%n jobs")).count(m_picture.jobsMax));
    const double number = metrics.horizontalAdvance(QLocale().toString(m_picture.jobsMax));
    const double apart = number + theme().px(12);
    const double apartFromLast = (metrics.horizontalAdvance(last) + number) / 2 + theme().px(10);
    const double perJob = m_scale.x(2) - m_scale.x(1);
    m_jobTicks->clear();
    for (const int jobs : jobTicks(m_picture.jobsMax, perJob, apart, apartFromLast))
        m_jobTicks->addTick(jobs, jobs == m_picture.jobsMax ? last : QLocale().toString(jobs));
}

void SpeedupPlot::fitSpeedup()
{
    const double high = m_picture.speedup.high;
    yAxis->setRange(m_picture.speedup.low, high);
    const double line = QFontMetricsF(theme().font(Theme::Type::label)).height();
    const double ticks = std::max(1.0, area().height() / (kLinesPerTick * line));
    const double nice = std::max(kLeastStep, niceStep(high / ticks));
    const double step = std::min(nice, std::max(1.0, std::floor(high)));
    m_speedupTicks->clear();
    for (int i = 0; i * step <= high; ++i)
        m_speedupTicks->addTick(i * step, i == 0 ? QLocale().toString(0)
                                                 : inWords(timesText(i * step, step < 1 ? 1 : 0)));
}

QPointF SpeedupPlot::placeOf(const SpeedupMark& mark) const
{
    return {m_scale.x(mark.jobs), m_scale.y(mark.speedup)};
}

std::optional<QPointF> SpeedupPlot::placeOf(const PointId& point) const
{
    for (const SpeedupCurve& curve : m_picture.curves)
        if (curve.backend == point.backend && curve.before == point.before)
            for (const SpeedupMark& mark : curve.marks)
                if (mark.jobs == point.jobs)
                    return placeOf(mark);
    return std::nullopt;
}

std::optional<PointId> SpeedupPlot::pointAt(QPointF at) const
{
    return pointNear(m_picture, m_scale, at.x(), at.y(), theme().px(kReach));
}

QString SpeedupPlot::wordsOf(const PointId& point) const
{
    const SpeedupStudy* study = point.before ? frame().run.before.get() : frame().run.study.get();
    QStringList lines;
    if (study != nullptr)
        for (const Text& sentence : pointSentences(*study, point))
            lines << inWords(sentence);
    return lines.join(u'\n');
}

QString SpeedupPlot::hover(QPointF at)
{
    const std::optional<PointId> point = pointAt(at);
    return point ? wordsOf(*point) : QString();
}

// Many points are close to each other.
double SpeedupPlot::radius() const
{
    const double perJob = m_scale.x(2) - m_scale.x(1);
    return std::clamp(0.35 * perJob, theme().px(kLeastRadius), theme().px(kRadius));
}

QColor SpeedupPlot::colorOf(const SpeedupCurve& curve) const
{
    const QColor& color = theme().curve(curve.backend).color;
    return curve.before ? theme().faded(color) : color;
}

void SpeedupPlot::paintBehind(QCPPainter& painter)
{
    if (!m_picture.crowdedFrom)
        return;
    const double left = m_scale.x(*m_picture.crowdedFrom);
    painter.fillRect(QRectF(QPointF(left, area().top()), area().bottomRight()), theme().shade);
}

void SpeedupPlot::paintData(QCPPainter& painter)
{
    paintProgress(painter);
    painter.setAntialiasing(true);
    paintReferences(painter);
    paintLaws(painter);
    for (const SpeedupCurve& curve : m_picture.curves)
        paintCurve(painter, curve);
    if (frame().run.evidencePoint)
        paintRing(painter, *frame().run.evidencePoint, theme().text);
    painter.setAntialiasing(false);
    if (!frame().run.trace)
        paintEmpty(painter);
    paintNotes(painter);
    paintEndLabels(painter);
}

// The references of a curve: sequential speed, and ideal speedup.
void SpeedupPlot::paintReferences(QCPPainter& painter) const
{
    const QColor& grey = theme().curve(Backend::sequential).color;
    painter.setPen(QPen(grey, std::max(1.0, theme().px(1))));
    painter.drawLine(QLineF(area().left(), m_scale.y(1), area().right(), m_scale.y(1)));
    if (m_picture.idealTo <= 1)
        return;
    QPen dashes(theme().secondary, std::max(1.0, theme().px(1.5)), Qt::CustomDashLine, Qt::FlatCap);
    dashes.setDashPattern({5, 3});
    painter.setPen(dashes);
    painter.drawLine(
        QLineF(m_scale.x(1), m_scale.y(1), m_scale.x(m_picture.idealTo), m_scale.y(m_picture.idealTo)));
}

QPolygonF SpeedupPlot::lineOf(const SpeedupLaw& law) const
{
    constexpr int kParts = 64;
    QPolygonF line;
    for (int i = 0; i <= kParts; ++i) {
        const double jobs = 1 + (law.toJobs - 1) * i / kParts;
        line << QPointF(m_scale.x(jobs), m_scale.y(law.at(jobs)));
    }
    return line;
}

void SpeedupPlot::paintLaws(QCPPainter& painter) const
{
    painter.setBrush(Qt::NoBrush);
    for (const SpeedupLaw& law : m_picture.laws) {
        QPen pen(theme().curve(law.backend).color, std::max(1.0, theme().px(1)));
        if (law.kind == SpeedupLaw::Kind::usl) {
            pen.setDashPattern({8, 3, 2, 3});
        } else if (law.kind == SpeedupLaw::Kind::ceiling) {
            pen.setWidthF(std::max(1.0, theme().px(1.25)));
            pen.setDashPattern({1.2, 2.4});
        }
        painter.setPen(pen);
        painter.drawPolyline(lineOf(law));
    }
}

void SpeedupPlot::paintBars(QCPPainter& painter, const SpeedupCurve& curve) const
{
    painter.setPen(QPen(colorOf(curve), std::max(1.0, theme().px(1.25)), Qt::SolidLine, Qt::FlatCap));
    const double cap = std::min(theme().px(kCap), radius());
    for (const SpeedupMark& mark : curve.marks) {
        const double x = m_scale.x(mark.jobs);
        if (!mark.bar)
            continue;
        const double high = m_scale.y(mark.bar->high);
        const double low = m_scale.y(mark.bar->low);
        if (low - high < 1)
            continue;
        painter.drawLine(QLineF(x, low, x, high));
        for (const double end : {low, high})
            painter.drawLine(QLineF(x - cap, end, x + cap, end));
    }
}

void SpeedupPlot::paintCurve(QCPPainter& painter, const SpeedupCurve& curve) const
{
    if (curve.before && isBaseline(curve.backend))
        return; // it coincides with this run's
    const CurveStyle& style = theme().curve(curve.backend);
    const QColor color = colorOf(curve);
    paintBars(painter, curve);
    QPen line(color, theme().px(curve.before ? 0.75 * theme().dataLine : theme().dataLine), Qt::SolidLine,
              Qt::FlatCap, Qt::RoundJoin);
    if (curve.before)
        line.setDashPattern({3, 2});
    QPolygonF places;
    for (const SpeedupMark& mark : curve.marks)
        places << placeOf(mark);
    painter.setPen(line);
    painter.setBrush(Qt::NoBrush);
    painter.drawPolyline(places);
    const bool hollow = style.hollow || curve.before;
    // A filled mark has a rim, so that it stands out from another curve's line.
    for (std::size_t m = 0; m < curve.marks.size(); ++m) {
        if (!curve.marks[m].resolved) { // seen, with its bar, but not as a result
            painter.setPen(QPen(theme().faded(color), std::max(1.0, theme().px(1.5))));
            painter.setBrush(theme().plot);
        } else {
            painter.setPen(hollow ? QPen(color, std::max(1.0, theme().px(1.5)))
                                  : QPen(theme().plot, std::max(0.5, theme().px(0.75))));
            painter.setBrush(hollow ? theme().plot : color);
        }
        paintMark(painter, style.mark, places[static_cast<qsizetype>(m)], hollow ? radius() * 0.9 : radius());
    }
    painter.setBrush(Qt::NoBrush);
}

void SpeedupPlot::paintRing(QCPPainter& painter, const PointId& point, const QColor& color) const
{
    const std::optional<QPointF> place = placeOf(point);
    if (!place)
        return;
    const double line = std::max(1.0, theme().px(2));
    const double ring = radius() + theme().px(4);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme().plot, 2.5 * line));
    painter.drawEllipse(*place, ring, ring);
    painter.setPen(QPen(color, line));
    painter.drawEllipse(*place, ring, ring);
}

// Its curve is highlighted, everything unrelated is dimmed.
void SpeedupPlot::paintHover(QCPPainter& painter, QPointF at)
{
    const std::optional<PointId> point = pointAt(at);
    if (!point)
        return;
    QColor veil = theme().plot;
    veil.setAlphaF(0.5F);
    painter.fillRect(area(), veil);
    painter.setAntialiasing(true);
    for (const SpeedupCurve& curve : m_picture.curves)
        if (curve.backend == point->backend && curve.before == point->before)
            paintCurve(painter, curve);
    paintRing(painter, *point, theme().text);
    painter.setAntialiasing(false);
}

void SpeedupPlot::paintLit(QCPPainter& painter)
{
    if (!frame().view.chosen)
        return;
    painter.setAntialiasing(true);
    paintRing(painter, *frame().view.chosen, theme().accent);
    painter.setAntialiasing(false);
}

// In the row of the title, as much of it as fits.
void SpeedupPlot::paintProgress(QCPPainter& painter) const
{
    if (!frame().run.trace || !frame().run.study)
        return;
    const auto progress = progressOf(*frame().run.study, !frame().run.snapshot->finished);
    if (!progress)
        return;
    const QFont font = theme().font(Theme::Type::label);
    const QFontMetricsF metrics(font);
    const double title =
        QFontMetricsF(theme().font(Theme::Type::title, true)).horizontalAdvance(inWords(spec().title));
    const double left = area().left() + (title > 0 ? title + theme().px(16) : 0);
    const double right = axisRect()->outerRect().right() - theme().px(8) - m_corner;
    for (const std::int64_t leftNs : {progress->leftNs, std::int64_t{0}}) {
        const QString words = inWords(progressSentence({progress->done, progress->planned, leftNs}));
        if (metrics.horizontalAdvance(words) > right - left)
            continue;
        painter.setFont(font);
        painter.setPen(theme().secondary);
        painter.drawText(QRectF(left, 0, right - left, headHeight() - theme().px(4)),
                         Qt::AlignRight | Qt::AlignVCenter, words);
        return;
    }
}

// Below the line of no gain, where points are rare: a pinned run's curves may be above.
void SpeedupPlot::paintEmpty(QCPPainter& painter) const
{
    const QString& sentence = frame().run.emptySentence;
    if (sentence.isEmpty())
        return;
    painter.setFont(theme().font(Theme::Type::body));
    const int flags = Qt::AlignCenter | Qt::TextWordWrap;
    const double top = m_scale.y(1) + theme().px(4);
    QRectF room(area().left() + theme().px(16), top, area().width() - theme().px(32), area().bottom() - top);
    if (painter.boundingRect(room, flags, sentence).height() > room.height() ||
        room.width() < theme().px(160))
        return paintNotice(painter, sentence);
    const QRectF text = painter.boundingRect(room, flags, sentence);
    const double pad = theme().px(6);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme().plot);
    painter.setAntialiasing(true);
    painter.drawRoundedRect(text.adjusted(-2 * pad, -pad, 2 * pad, pad), theme().px(4), theme().px(4));
    painter.setAntialiasing(false);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(theme().secondary);
    painter.drawText(room, flags, sentence);
}

} // namespace threadscape
