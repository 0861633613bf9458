#include "plots/speedup/speedup_plot.h"

#include "text/speedup_words.h"
#include "text/texts.h"

#include <cmath>

namespace threadscape {

namespace {

constexpr double kLabelShare = 0.34;        // of the plot's width, maximum of a label's line
constexpr double kFromCurve = 10;           // px from the area to a label
constexpr double kBetweenLabels = 2;        // px
constexpr std::ptrdiff_t kSpareCovered = 3; // dots that a note may cover if the hover text repeats it

double widestOf(const QStringList& lines, const QFontMetricsF& metrics)
{
    double widest = 0;
    for (const QString& line : lines)
        widest = std::max(widest, metrics.horizontalAdvance(line));
    return widest;
}

QStringList linesOf(const QString& words, const QFontMetricsF& metrics, double width)
{
    QStringList lines;
    for (const QString& word : words.split(u' ')) {
        if (!lines.isEmpty() && metrics.horizontalAdvance(lines.back() + u' ' + word) <= width)
            lines.back() += u' ' + word;
        else
            lines << word;
    }
    return lines;
}

void addLine(std::vector<Dot>& dots, const QPolygonF& line, double step)
{
    for (qsizetype i = 1; i < line.size(); ++i)
        addDots(dots, {line[i - 1].x(), line[i - 1].y()}, {line[i].x(), line[i].y()}, step);
}

/// Short notes in a plot, each where it covers least.
class Notes {
public:
    Notes(QCPPainter& painter, const Theme& theme, const QRectF& area, std::vector<Dot> covered)
        : m_painter(painter),
          m_theme(theme),
          m_area(area),
          m_covered(std::move(covered)),
          m_font(theme.font(Theme::Type::small))
    {
    }

    QSizeF sizeOf(const QString& words) const
    {
        const QFontMetricsF metrics(m_font);
        return {metrics.horizontalAdvance(words) + m_theme.px(4), metrics.height()};
    }
    /// Paints the note at one of the places, given by their top left corners; nowhere if all of them are taken, or if it
    /// would cover more than the given number of dots.
    void put(const QString& words, const std::vector<QPointF>& places, const QColor& color,
             std::ptrdiff_t mostCovered = PTRDIFF_MAX)
    {
        const QSizeF size = sizeOf(words);
        std::vector<Box> boxes;
        for (const QPointF& place : places)
            if (m_area.contains(QRectF(place, size)))
                boxes.push_back({place.x(), place.y(), size.width(), size.height()});
        const std::optional<FreePlace> free = freePlace(boxes, m_covered, m_taken);
        if (!free || free->covered > mostCovered)
            return;
        m_taken.push_back(free->box);
        const QRectF rect(QPointF(free->box.left, free->box.top), size);
        if (free->covered > 0) { // keeps the note legible
            QColor behind = m_theme.plot;
            behind.setAlphaF(0.7F);
            m_painter.fillRect(rect, behind);
        }
        m_painter.setFont(m_font);
        m_painter.setPen(color);
        m_painter.drawText(rect, Qt::AlignCenter | Qt::TextDontClip, words);
    }

private:
    QCPPainter& m_painter;
    const Theme& m_theme;
    QRectF m_area;
    std::vector<Dot> m_covered;
    std::vector<Box> m_taken;
    QFont m_font;
};

/// Beside a point of a curve: to its right, then to its left, each time above, below and level with it.
void addAround(std::vector<QPointF>& places, QPointF at, QSizeF size, QSizeF gap)
{
    for (const double left : {at.x() + gap.width(), at.x() - gap.width() - size.width()})
        for (const double top :
             {at.y() - size.height() - gap.height(), at.y() + gap.height(), at.y() - size.height() / 2})
            places.emplace_back(left, top);
}

} // namespace

// A long name is wrapped where the plot is narrow, into lines as even as possible.
QStringList SpeedupPlot::wrapped(const QString& words) const
{
    const QFontMetricsF metrics(theme().font(Theme::Type::label));
    const double most = std::max(kLabelShare * m_room.width(), theme().px(40));
    const QStringList lines = linesOf(words, metrics, most);
    QStringList best = lines;
    for (double width = widestOf(lines, metrics) - 1; width > 0 && lines.size() > 1;) {
        const QStringList closer = linesOf(words, metrics, width);
        if (closer.size() > lines.size() || widestOf(closer, metrics) >= widestOf(best, metrics))
            break;
        best = closer;
        width = widestOf(best, metrics) - 1;
    }
    return best;
}

// Of all labels to come, so that the layout does not change as they appear.
double SpeedupPlot::labelWidth() const
{
    const QFontMetricsF metrics(theme().font(Theme::Type::label));
    double widest = 0;
    const auto add = [&](const SpeedupStudy* study, bool before) {
        if (study == nullptr)
            return;
        for (const Backend backend : study->backends) {
            if (isBaseline(backend))
                continue;
            const SpeedupCurve curve{backend, before, {{1, study->cores < 10 ? 8.8 : 88.8, {}}}};
            widest = std::max(widest, widestOf(wrapped(inWords(curveLabel(curve))), metrics));
        }
    };
    add(frame().run.study.get(), false);
    add(frame().run.before.get(), true);
    return std::max(widest, theme().px(24));
}

std::vector<SpeedupPlot::EndLabel> SpeedupPlot::endLabels() const
{
    const double line = QFontMetricsF(theme().font(Theme::Type::label)).height();
    std::vector<EndLabel> labels;
    for (const SpeedupCurve& curve : m_picture.curves) {
        if (isBaseline(curve.backend))
            continue;
        const QPointF from = placeOf(curve.marks.back());
        const QStringList lines = wrapped(inWords(curveLabel(curve)));
        labels.push_back({lines,
                          theme().legible(colorOf(curve)),
                          from,
                          {from.y(), line * static_cast<double>(lines.size()), curve.before ? 1 : 0}});
    }
    return labels;
}

void SpeedupPlot::paintEndLabels(QCPPainter& painter) const
{
    const std::vector<EndLabel> labels = endLabels();
    std::vector<LabelWish> wishes;
    for (const EndLabel& label : labels)
        wishes.push_back(label.wish);
    const double beyond = theme().px(4); // aligns labels with the highest and the lowest point
    const auto middles =
        stackedLabels(wishes, area().top() - beyond, area().bottom() + beyond, theme().px(kBetweenLabels));
    const QFont font = theme().font(Theme::Type::label);
    const double line = QFontMetricsF(font).height();
    const double left = area().right() + theme().px(kFromCurve);
    const double width = axisRect()->outerRect().right() - left;
    painter.setFont(font);
    for (std::size_t i = 0; i < labels.size(); ++i) {
        if (!middles[i])
            continue;
        const EndLabel& label = labels[i];
        const QPointF start(label.from.x() + radius() + theme().px(2), label.from.y());
        const QPointF end(left - theme().px(3), *middles[i]);
        // A leader line to a label that is not adjacent.
        if (std::fabs(end.y() - start.y()) > theme().px(3) || end.x() - start.x() > theme().px(24)) {
            QColor thread = label.color;
            thread.setAlphaF(0.55F);
            painter.setAntialiasing(true);
            painter.setPen(QPen(thread, std::max(1.0, theme().px(1))));
            painter.drawLine(QLineF(start, end));
            painter.setAntialiasing(false);
        }
        painter.setPen(label.color);
        double top = *middles[i] - label.wish.height / 2;
        for (const QString& words : label.lines) {
            painter.drawText(QRectF(left, top, width, line),
                             Qt::AlignLeft | Qt::AlignVCenter | Qt::TextDontClip, words);
            top += line;
        }
    }
}

// What notes should not cover.
std::vector<Dot> SpeedupPlot::covered() const
{
    const double step = theme().px(3);
    std::vector<Dot> dots;
    for (const SpeedupCurve& curve : m_picture.curves) {
        QPolygonF line;
        for (const SpeedupMark& mark : curve.marks) {
            const QPointF place = placeOf(mark);
            line << place;
            const Interval bar = mark.bar.value_or(Interval{mark.speedup, mark.speedup});
            addLine(dots, {QPointF(place.x(), m_scale.y(bar.low)), QPointF(place.x(), m_scale.y(bar.high))},
                    step);
            for (const double x : {-radius(), 0.0, radius()})
                for (const double y : {-radius(), 0.0, radius()})
                    dots.push_back({place.x() + x, place.y() + y});
        }
        addLine(dots, line, step);
    }
    for (const SpeedupLaw& law : m_picture.laws)
        addLine(dots, lineOf(law), step);
    addLine(dots,
            {QPointF(m_scale.x(1), m_scale.y(1)),
             QPointF(m_scale.x(m_picture.idealTo), m_scale.y(m_picture.idealTo))},
            step);
    addLine(dots, {QPointF(area().left(), m_scale.y(1)), QPointF(area().right(), m_scale.y(1))}, step);
    return dots;
}

void SpeedupPlot::paintNotes(QCPPainter& painter) const
{
    Notes notes(painter, theme(), area(), covered());
    const QColor& quiet = theme().secondary;
    const double gap = theme().px(5);
    const double offLine = radius() + theme().px(1); // marks stand on lines
    if (m_picture.crowdedFrom) {
        const QString words = inWords(TS_TEXT("speedup", "more workers than cores"));
        const QSizeF size = notes.sizeOf(words);
        const double left = m_scale.x(*m_picture.crowdedFrom) + gap;
        const double room = area().right() - gap - size.width() - left;
        std::vector<QPointF> places;
        for (const double top : {area().top() + gap, area().bottom() - gap - size.height()})
            for (const double share : {0.5, 1.0, 0.0})
                if (room >= 0)
                    places.emplace_back(left + share * room, top);
        notes.put(words, places, quiet);
    }
    const auto putLaws = [&](bool fitted) {
        for (const SpeedupLaw& law : m_picture.laws) {
            if ((law.kind == SpeedupLaw::Kind::amdahl) != fitted)
                continue;
            const bool ceiling = law.kind == SpeedupLaw::Kind::ceiling;
            const QString words = inWords(lawLabel(law));
            std::vector<QPointF> places;
            for (const double share : {1.0, 0.85, 0.7, 0.5, 0.3}) {
                const double jobs = 1 + share * (law.toJobs - 1);
                addAround(places, {m_scale.x(jobs), m_scale.y(law.at(jobs))}, notes.sizeOf(words),
                          {gap, ceiling ? offLine : theme().px(1)});
            }
            notes.put(words, places, theme().legible(theme().curve(law.backend).color), kSpareCovered);
        }
    };
    putLaws(false);
    if (m_picture.idealTo > 1) {
        const QString words = inWords(TS_TEXT("speedup", "ideal"));
        const QSizeF size = notes.sizeOf(words);
        std::vector<QPointF> places;
        for (const double share : {0.9, 0.75, 0.6, 0.45, 0.3}) {
            const double jobs = 1 + share * (m_picture.idealTo - 1);
            places.emplace_back(m_scale.x(jobs) - gap - size.width(), m_scale.y(jobs) - size.height());
        }
        notes.put(words, places, quiet);
    }
    // Below its line, or above it; nearer to the right end first.
    const QString words = inWords(TS_TEXT("speedup", "no gain"));
    const QSizeF size = notes.sizeOf(words);
    std::vector<QPointF> places;
    for (const double off : {theme().px(1), offLine, 2 * offLine})
        for (const double top : {m_scale.y(1) + off, m_scale.y(1) - size.height() - off})
            for (const double share : {1.0, 0.85, 0.7, 0.55, 0.4, 0.25, 0.1})
                places.emplace_back(area().left() + share * (area().width() - gap - size.width()), top);
    notes.put(words, places, quiet);
    // Last: there is one for each curve, and the hover text has them too.
    putLaws(true);
}

} // namespace threadscape
