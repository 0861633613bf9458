#include "plots/histogram/histogram_plot.h"

#include "plots/style/chip.h"
#include "text/texts.h"

#include <array>
#include <cmath>

namespace threadscape {

namespace {

constexpr double kLeastNs = 1; // logarithms begin there

double logOf(double ns)
{
    return std::log10(std::max(ns, kLeastNs));
}

} // namespace

HistogramPlot::HistogramPlot(PlotSpec spec, const PlotFrame& plotFrame, QWidget* parent)
    : Plot(std::move(spec), plotFrame, parent)
{
    for (QCPAxis* axis : {xAxis, yAxis}) {
        axis->setVisible(false);
        axis->grid()->setVisible(false);
    }
}

void HistogramPlot::prepare()
{
    if (!frame().run.trace)
        return;
    const auto reader = frame().run.trace->reader();
    m_counts.take(*frame().run.trace, spec().variable);
    m_bars = m_counts.bars();
}

double HistogramPlot::leftMargin() const
{
    const QFontMetricsF metrics(theme().font(Theme::Type::label));
    return std::max(Plot::leftMargin(),
                    std::ceil(metrics.horizontalAdvance(numberInWords(most())) + theme().px(20)));
}

double HistogramPlot::bottomExtra() const
{
    return QFontMetricsF(theme().font(Theme::Type::label)).height() + theme().px(6);
}

double HistogramPlot::leastHeight() const
{
    return Plot::leastHeight() + theme().px(40);
}

// The largest count, and the logarithms of the shortest and longest duration.
std::vector<ValueScale> HistogramPlot::values() const
{
    if (m_bars.empty())
        return {};
    double highest = 0;
    for (const DurationCounts::Bar& bar : m_bars)
        highest = std::max(highest, static_cast<double>(bar.count));
    return {{0, highest}, {logOf(m_bars.front().fromNs), logOf(m_bars.back().toNs)}};
}

double HistogramPlot::most() const
{
    return std::max(1.0, shown(0, m_bars.empty() ? ValueScale() : values()[0]).high);
}

// With a margin at both ends, so that few bars are not as wide as the plot.
ValueScale HistogramPlot::range() const
{
    const ValueScale all = shown(1, m_bars.empty() ? ValueScale{3, 6} : values()[1]);
    const double middle = (all.low + all.high) / 2;
    const double half = std::max(0.5, (all.high - all.low) / 2 * 1.05); // a decade at least
    return {middle - half, middle + half};
}

double HistogramPlot::x(double ns) const
{
    const ValueScale all = range();
    return area().left() + (logOf(ns) - all.low) / (all.high - all.low) * area().width();
}

QRectF HistogramPlot::rectOf(const DurationCounts::Bar& bar) const
{
    const double left = x(bar.fromNs);
    const double height = static_cast<double>(bar.count) / most() * area().height();
    return {left, area().bottom() - height, x(bar.toNs) - left, height};
}

const DurationCounts::Bar* HistogramPlot::barAt(QPointF at) const
{
    if (!area().contains(at))
        return nullptr;
    const auto found = std::ranges::find_if(m_bars, [&](const auto& bar) {
        return bar.count > 0 && x(bar.fromNs) <= at.x() && at.x() < x(bar.toNs);
    });
    return found != m_bars.end() ? &*found : nullptr;
}

void HistogramPlot::paintData(QCPPainter& painter)
{
    paintScale(painter);
    if (!frame().run.trace)
        return;
    if (m_bars.empty()) {
        if (frame().run.snapshot->finished)
            paintNotice(painter, inWords(TS_TEXT("histogram", "Nothing was timed in this run.")));
        return;
    }
    for (const DurationCounts::Bar& bar : m_bars)
        painter.fillRect(rectOf(bar), theme().accent);
    paintQuantiles(painter);
}

// Tick labels of 1, 2 and 5 times a power of ten below, as many as fit; at the left the count of the highest bar.
void HistogramPlot::paintScale(QCPPainter& painter) const
{
    const QFont font = theme().font(Theme::Type::label);
    const QFontMetricsF metrics(font);
    painter.setFont(font);
    const QPen grid(theme().grid, std::max(1.0, theme().px(1)));
    painter.setPen(grid);
    painter.drawLine(QLineF(area().bottomLeft(), area().bottomRight()));
    painter.drawLine(QLineF(area().topLeft(), area().topRight()));
    painter.setPen(theme().secondary);
    const auto atLeft = [&](double y, double number) {
        painter.drawText(QRectF(0, y - metrics.height() / 2, area().left() - theme().px(8), metrics.height()),
                         Qt::AlignRight | Qt::AlignVCenter, numberInWords(number));
    };
    atLeft(area().bottom(), 0);
    if (!m_bars.empty())
        atLeft(area().top(), most());
    const ValueScale all = range();
    double freeFrom = area().left() - theme().px(12);
    for (int power = static_cast<int>(std::floor(all.low)); power <= static_cast<int>(std::ceil(all.high));
         ++power)
        for (const double factor : {1.0, 2.0, 5.0}) {
            const double ns = factor * std::pow(10, power);
            if (logOf(ns) < all.low || logOf(ns) > all.high)
                continue;
            const QString words = durationInWords(std::llround(ns));
            const double width = metrics.horizontalAdvance(words);
            const double middle = x(ns);
            if (middle - width / 2 < freeFrom || middle + width / 2 > area().right() + theme().px(12))
                continue;
            freeFrom = middle + width / 2 + theme().px(16);
            painter.setPen(grid);
            painter.drawLine(QLineF(middle, area().top(), middle, area().bottom()));
            painter.setPen(theme().secondary);
            painter.drawText(
                QRectF(middle - width / 2, area().bottom() + theme().px(4), width + 1, metrics.height()),
                Qt::AlignCenter, words);
        }
}

void HistogramPlot::paintQuantiles(QCPPainter& painter) const
{
    const QFont font = theme().font(Theme::Type::label, true);
    const double height = QFontMetricsF(font).height();
    const std::array<std::pair<double, Template>, 2> marks{
        {{0.5, TS_TEXT("histogram", "median %1")}, {0.99, TS_TEXT("histogram", "99 of 100 within %1")}}};
    const auto nsOf = [&](double share) {
        return static_cast<std::int64_t>(m_counts.histogram().quantile(share));
    };
    const auto placeOf = [&](double share) {
        return std::min(x(static_cast<double>(nsOf(share))), area().right());
    };
    painter.setPen(QPen(theme().text, std::max(1.0, theme().px(1.5)), Qt::DashLine));
    for (const auto& [share, words] : marks)
        painter.drawLine(QLineF(placeOf(share), area().top(), placeOf(share), area().bottom()));
    double row = area().top() + height / 2 + theme().px(2);
    for (const auto& [share, words] : marks) {
        const QString label = inWords(Text(words).arg(DurationArg{nsOf(share)}));
        const double width = chipWidth(theme(), label, font);
        const double beside = placeOf(share) + theme().px(6);
        const bool fits = beside + width <= area().right();
        paintChip(painter, theme(), {fits ? beside : placeOf(share) - theme().px(6) - width, row}, label,
                  font);
        row += height + theme().px(8); // each on its own line, however close they are
    }
}

QString HistogramPlot::hover(QPointF at)
{
    const DurationCounts::Bar* const bar = barAt(at);
    if (bar == nullptr)
        return {};
    return inWords(Text(TS_TEXT("histogram", "%1 of %2 took %3 to %4"))
                       .arg(static_cast<std::int64_t>(bar->count))
                       .arg(static_cast<std::int64_t>(m_counts.histogram().total()))
                       .arg(DurationArg{static_cast<std::int64_t>(bar->fromNs)})
                       .arg(DurationArg{static_cast<std::int64_t>(bar->toNs)}));
}

void HistogramPlot::paintHover(QCPPainter& painter, QPointF at)
{
    const DurationCounts::Bar* const bar = barAt(at);
    if (bar == nullptr)
        return;
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme().text, std::max(1.0, theme().px(1))));
    painter.drawRect(rectOf(*bar).adjusted(-1, -1, 1, 1));
}

} // namespace threadscape
