#include "plots/plot.h"

#include "plots/style/chip.h"
#include "text/experiment_words.h"
#include "text/texts.h"
#include "view/series/marks.h"

#include <algorithm>
#include <array>

namespace threadscape {

/// Forwards QCustomPlot's drawing of a layer to the plot.
class PlotLayerable final : public QCPLayerable {
public:
    PlotLayerable(Plot* plot, Plot::Pass pass, const QString& layer) : QCPLayerable(plot, layer), m_pass(pass)
    {
    }

protected:
    void applyDefaultAntialiasingHint(QCPPainter* painter) const override { painter->setAntialiasing(false); }
    QRect clipRect() const override { return mParentPlot->viewport(); }
    void draw(QCPPainter* painter) override { static_cast<Plot*>(mParentPlot)->paint(m_pass, *painter); }

private:
    Plot::Pass m_pass;
};

namespace {

constexpr const char* kOverlay = "overlay"; // QCustomPlot's own layer, with its own buffer
constexpr double kOnePlace = 4;             // px: changes that are nearer to each other have one label
constexpr std::size_t kMarkLines = 3;       // of labels, below each other

} // namespace

Plot::Plot(PlotSpec spec, const PlotFrame& frame, QWidget* parent)
    : QCustomPlot(parent),
      m_spec(std::move(spec)),
      m_axisRect(axisRect()),
      m_frame(frame),
      m_timeTicker(new TimeTicker)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    setMinimumSize(0, 0);
    axisRect()->setAutoMargins(QCP::msNone);
    // Owned by the plot.
    new PlotLayerable(this, Pass::behind, QStringLiteral("background"));
    new PlotLayerable(this, Pass::data, QStringLiteral("main"));
    new PlotLayerable(this, Pass::overlay, QLatin1StringView(kOverlay));
    xAxis->setTicker(m_timeTicker);
}

void Plot::setTheme(const Theme& theme)
{
    m_theme = theme;
    setBackground(QBrush(theme.plot));
    const QPen grid(theme.grid, std::max(1.0, theme.px(1)));
    for (QCPAxis* axis : {xAxis, yAxis}) {
        axis->setBasePen(axis == xAxis ? grid : QPen(Qt::NoPen));
        axis->setTickPen(Qt::NoPen);
        axis->setSubTickPen(Qt::NoPen);
        axis->setSubTicks(false);
        axis->setTickLength(0);
        axis->setTickLabelPadding(qRound(theme.px(axis == xAxis ? 4 : 8)));
        axis->setTickLabelFont(theme.font(Theme::Type::label));
        axis->setTickLabelColor(theme.secondary);
        axis->grid()->setPen(grid);
        axis->grid()->setSubGridVisible(false);
        axis->grid()->setZeroLinePen(Qt::NoPen);
    }
    styleAxes();
}

StackPlot Plot::room() const
{
    return {.share = m_spec.share, .leastPx = leastHeight(), .alone = standsAlone()};
}

double Plot::titleHeight() const
{
    return m_spec.title.source[0] == '\0'
               ? 0
               : QFontMetricsF(m_theme.font(Theme::Type::title, true)).height() + m_theme.px(4);
}

double Plot::leftMargin() const
{
    return m_theme.px(40);
}

double Plot::rightMargin() const
{
    return m_theme.px(24);
}

double Plot::leastHeight() const
{
    const double line = QFontMetricsF(m_theme.font(Theme::Type::label)).height();
    return titleHeight() + 2 * line + bottomExtra() + (m_timeLabels ? line + m_theme.px(4) : 0);
}

void Plot::arrange(QSizeF size, double left, double right)
{
    double bottom = below() + 1;
    const double numbers = QFontMetricsF(m_theme.font(Theme::Type::label)).height() + m_theme.px(4);
    if (onTimeAxis() && m_timeLabels)
        bottom += numbers;
    axisRect()->setMargins(QMargins(qRound(left), qRound(headHeight()), qRound(right), qRound(bottom)));
    axisRect()->setOuterRect(
        QRect(QPoint(0, 0), size.toSize())); // so that area() is valid before it is drawn
    xAxis->setTickLabels(onTimeAxis() && m_timeLabels);
    xAxis->setOffset(qRound(below()));
    m_timeTicker->setRoom(size.width() - left - right, m_theme.font(Theme::Type::label));
    if (onTimeAxis())
        xAxis->setRange(static_cast<double>(m_frame.view.window.fromNs),
                        static_cast<double>(m_frame.view.window.toNs));
    fitValues();
}

ValueScale Plot::shown(std::size_t index, ValueScale own) const
{
    return index < m_shared.values.size() ? united(own, m_shared.values[index]) : own;
}

QString Plot::hover(QPointF)
{
    return {};
}

void Plot::setPointer(std::optional<std::int64_t> atNs, std::optional<QPointF> at)
{
    if (atNs == m_crosshairNs && at == m_hovered)
        return;
    m_crosshairNs = atNs;
    m_hovered = at;
    redrawOverlay();
}

void Plot::redrawOverlay()
{
    if (!isHidden() && !size().isEmpty())
        layer(QLatin1StringView(kOverlay))->replot();
}

void Plot::paint(Pass pass, QCPPainter& painter)
{
    if (area().width() < 1 || area().height() < 1)
        return; // no space, as before the first layout
    // Everything from the trace is drawn under one Trace::Reader.
    Trace::Reader reader;
    if (m_frame.run.trace)
        reader = m_frame.run.trace->reader();
    painter.save();
    switch (pass) {
    case Pass::behind: paintBehind(painter); break;
    case Pass::data:
        paintTitle(painter);
        paintData(painter);
        if (onTimeAxis() && m_frame.run.trace)
            paintMarks(painter);
        if (onTimeAxis() && m_frame.heldNs())
            paintHeld(painter);
        break;
    case Pass::overlay: paintOverlay(painter); break;
    }
    painter.restore();
}

void Plot::paintOverlay(QCPPainter& painter)
{
    if (!m_frame.run.trace)
        return;
    paintLit(painter);
    if (onTimeAxis() && m_frame.measured())
        paintMeasure(painter);
    if (m_crosshairNs && onTimeAxis() && m_frame.view.window.contains(*m_crosshairNs))
        paintCrosshair(painter, *m_crosshairNs);
    if (m_hovered)
        paintHover(painter, *m_hovered);
}

// Covers what followed the moment at which the view was frozen.
void Plot::paintHeld(QCPPainter& painter) const
{
    const double x = area().left() + std::clamp(timeAxis().toPixel(*m_frame.heldNs()), 0.0, area().width());
    const QRectF later(QPointF(x, area().top()), QPointF(area().right() + 1, area().bottom() + below()));
    painter.fillRect(later, m_theme.plot);
    painter.setPen(QPen(m_theme.accent, m_theme.px(2)));
    painter.drawLine(QLineF(later.topLeft(), later.bottomLeft()));
}

// `left`, moved so that an item of that width lies within the area; the area's left edge if it is wider.
double Plot::leftWithin(double left, double width) const
{
    return std::max(area().left(), std::min(left, area().right() - width));
}

void Plot::paintMeasure(QCPPainter& painter) const
{
    const TimeAxis axis = timeAxis();
    const double left = std::max(area().left() + axis.toPixel(m_frame.measured()->fromNs), area().left());
    const double right = std::min(area().left() + axis.toPixel(m_frame.measured()->toNs), area().right());
    if (right <= left)
        return;
    const QRectF band(left, area().top(), right - left, area().height() + below());
    QColor fill = m_theme.accent;
    fill.setAlphaF(0.12F);
    painter.fillRect(band, fill);
    painter.setPen(QPen(m_theme.accent, std::max(1.0, m_theme.px(1))));
    painter.drawLine(QLineF(band.topLeft(), band.bottomLeft()));
    painter.drawLine(QLineF(band.topRight(), band.bottomRight()));
    if (!namesTimes())
        return;
    const QFont font = m_theme.font(Theme::Type::label, true);
    const QString words = durationInWords(m_frame.measured()->lengthNs());
    const double width = chipWidth(m_theme, words, font);
    const double at = leftWithin(band.center().x() - width / 2, width);
    paintChip(painter, m_theme, {at, area().top() + QFontMetricsF(font).height() / 2}, words, font);
}

void Plot::paintCrosshair(QCPPainter& painter, std::int64_t atNs)
{
    QColor line = m_theme.secondary;
    line.setAlphaF(0.5F);
    painter.setPen(QPen(line, 1));
    const double x = area().left() + timeAxis().toPixel(atNs);
    painter.drawLine(QLineF(x, area().top(), x, area().bottom() + below()));
    const QFont font = m_theme.font(Theme::Type::small);
    const double half = QFontMetricsF(font).height() / 2;
    const auto beside = [&](const QString& words, double middle) {
        const double width = chipWidth(m_theme, words, font);
        const double right = x + m_theme.px(4);
        paintChip(painter, m_theme,
                  {right + width > area().right() ? x - m_theme.px(4) - width : right, middle}, words, font);
    };
    if (m_timeLabels) { // the lowest plot: the time, among the tick labels
        const QString words = durationInWords(atNs);
        const double width = chipWidth(m_theme, words, font);
        const double left = leftWithin(x - width / 2, width);
        paintChip(painter, m_theme, {left, area().bottom() + below() + m_theme.px(4) + half}, words, font);
    }
    if (!m_hovered) // here the hover text has it
        if (const QString words = readOut(atNs); !words.isEmpty())
            beside(words, area().top() + half + m_theme.px(2));
}

void Plot::paintTitle(QCPPainter& painter) const
{
    const QString title = inWords(m_spec.title);
    if (title.isEmpty())
        return;
    painter.setFont(m_theme.font(Theme::Type::title, true));
    painter.setPen(m_theme.text);
    painter.drawText(QRectF(area().left(), 0, area().width(), titleHeight() - m_theme.px(4)),
                     Qt::AlignLeft | Qt::AlignVCenter, title);
}

void Plot::paintMarks(QCPPainter& painter) const
{
    const std::vector<SettingMark> marks = settingMarks(*m_frame.run.trace, m_frame.view.window);
    if (marks.empty())
        return;
    const TimeAxis axis = timeAxis();
    const auto xOf = [&](const SettingMark& mark) { return area().left() + axis.toPixel(mark.atNs); };
    for (const SettingMark& mark : marks) {
        painter.setPen(QPen(m_theme.secondary, std::max(1.0, m_theme.px(1)), Qt::DashLine));
        painter.drawLine(QLineF(xOf(mark), area().top(), xOf(mark), area().bottom()));
    }
    if (!namesTimes())
        return; // labelled once, in the uppermost plot
    const QFont font = m_theme.font(Theme::Type::small);
    const QFontMetricsF metrics(font);
    std::array<double, kMarkLines> freeFrom{}; // of each line
    freeFrom.fill(area().left() - 1e9);
    for (std::size_t i = 0, next = 0; i < marks.size(); i = next) {
        const double x = xOf(marks[i]);
        for (next = i + 1; next < marks.size() && xOf(marks[next]) - x < m_theme.px(kOnePlace);)
            ++next;
        const QString text =
            next - i > 1
                ? inWords(Text(TS_PLURAL("plots", "%n changes")).count(static_cast<std::int64_t>(next - i)))
                : moveInWords(m_frame.run.shown->experiment(), marks[i].setting, marks[i].before,
                              marks[i].after);
        const double width = metrics.horizontalAdvance(text) + m_theme.px(8);
        const double left = std::min(x + m_theme.px(2), area().right() - width);
        const auto line = std::ranges::find_if(freeFrom, [&](double from) { return left >= from; });
        if (line == freeFrom.end())
            continue; // too many to label each
        *line = left + width;
        const double middle =
            area().top() + metrics.height() / 2 +
            static_cast<double>(line - freeFrom.begin()) * (metrics.height() + m_theme.px(2));
        paintChip(painter, m_theme, {left, middle}, text, font);
    }
}

void Plot::paintNotice(QCPPainter& painter, const QString& sentence) const
{
    if (sentence.isEmpty())
        return;
    painter.setFont(m_theme.font(Theme::Type::body));
    painter.setPen(m_theme.secondary);
    const QRectF room = area().adjusted(m_theme.px(16), 0, -m_theme.px(16), 0);
    const int flags = Qt::AlignCenter | Qt::TextWordWrap;
    const QRectF text = painter.boundingRect(room, flags, sentence);
    const double pad = m_theme.px(8);
    painter.fillRect(text.adjusted(-pad, -pad / 2, pad, pad / 2), m_theme.plot);
    painter.drawText(room, flags, sentence);
}

} // namespace threadscape
