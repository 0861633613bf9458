#include "window/tables/histogram_view.h"

#include "text/texts.h"

#include <QPainter>
#include <cmath>

namespace threadscape {

namespace {

// Bars of half an octave each, summed from 16 classes per octave.
constexpr int kClassesPerBar = Histogram::kPerDoubling / 2;

struct Bars {
    int first = 0; ///< index of the first bar
    std::vector<std::uint64_t> counts;
    std::uint64_t most = 0;
};

Bars barsOf(const Histogram& histogram)
{
    Bars bars;
    constexpr int kBars = Histogram::kClasses / kClassesPerBar;
    for (int bar = 0; bar < kBars; ++bar) {
        std::uint64_t count = 0;
        for (int c = 0; c < kClassesPerBar; ++c)
            count += histogram.count(bar * kClassesPerBar + c);
        if (count == 0 && bars.counts.empty())
            continue;
        if (bars.counts.empty())
            bars.first = bar;
        bars.counts.push_back(count);
        bars.most = std::max(bars.most, count);
    }
    while (!bars.counts.empty() && bars.counts.back() == 0)
        bars.counts.pop_back();
    return bars;
}

} // namespace

HistogramView::HistogramView(QWidget* parent) : QWidget(parent)
{
    setMinimumSize(150, 90);
}

void HistogramView::setTheme(const Theme& theme)
{
    m_theme = theme;
    update();
}

void HistogramView::show(const QString& title, const Histogram& histogram, double longestNs, State state)
{
    m_title = title;
    m_histogram = histogram;
    m_longestNs = longestNs;
    m_state = state;
    const auto words = [&](double quantile) {
        return durationInWords(static_cast<std::int64_t>(
            std::min(static_cast<double>(m_histogram.quantile(quantile)), m_longestNs)));
    };
    setAccessibleName(title);
    setAccessibleDescription(tr("half are within %1, 99 % within %2, the longest is %3")
                                 .arg(words(0.5), words(0.99), durationInWords(std::llround(longestNs))));
    setToolTip(accessibleDescription());
    update();
}

QSize HistogramView::sizeHint() const
{
    return {qRound(m_theme.px(260)), qRound(m_theme.px(140))};
}

void HistogramView::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const QFont bold = m_theme.font(Theme::Type::label, true);
    const QFont small = m_theme.font(Theme::Type::small);
    const QFontMetricsF metrics(small);
    painter.setFont(bold);
    painter.setPen(m_theme.text);
    painter.drawText(QRectF(0, 0, width(), metrics.height() + 4), Qt::AlignLeft | Qt::AlignTop, m_title);
    const Bars bars = barsOf(m_histogram);
    const QRectF area(0, 1.4 * QFontMetricsF(bold).height(), width() - 1.0,
                      height() - 1.4 * QFontMetricsF(bold).height() - 4.5 * metrics.height());
    painter.setFont(small);
    painter.setPen(m_theme.secondary);
    if (bars.counts.empty()) {
        painter.drawText(area, Qt::AlignCenter, tr("none"));
        return;
    }
    const double step = area.width() / std::max<double>(8, static_cast<double>(bars.counts.size()));
    for (std::size_t i = 0; i < bars.counts.size(); ++i) {
        if (bars.counts[i] == 0)
            continue;
        const double height = std::max(1.0, area.height() * static_cast<double>(bars.counts[i]) /
                                                static_cast<double>(bars.most));
        painter.fillRect(QRectF(area.left() + static_cast<double>(i) * step + 0.5, area.bottom() - height,
                                std::max(1.0, step - 1), height),
                         m_theme.state(m_state).fill);
    }
    painter.setPen(m_theme.grid);
    painter.drawLine(area.bottomLeft(), area.bottomRight());
    painter.setPen(m_theme.secondary);
    const QString low =
        durationInWords(static_cast<std::int64_t>(Histogram::lowerEdge(bars.first * kClassesPerBar)));
    const int end = (bars.first + static_cast<int>(bars.counts.size())) * kClassesPerBar;
    const QString high = durationInWords(static_cast<std::int64_t>(Histogram::lowerEdge(end)));
    const double ends = static_cast<double>(bars.counts.size()) * step;
    painter.drawText(QPointF(area.left(), area.bottom() + metrics.ascent() + 2), low);
    painter.drawText(QPointF(std::max(ends - metrics.horizontalAdvance(high),
                                      metrics.horizontalAdvance(low) + m_theme.px(12)),
                             area.bottom() + metrics.ascent() + 2),
                     high);
    painter.setPen(m_theme.text);
    const auto quantile = [&](double q) {
        return durationInWords(
            static_cast<std::int64_t>(std::min(static_cast<double>(m_histogram.quantile(q)), m_longestNs)));
    };
    const double line = area.bottom() + metrics.height() + metrics.ascent() + m_theme.px(6);
    // Stacked: beside a table the width is short.
    const QString figures[] = {tr("median %1").arg(quantile(0.5)), tr("99 % in %1").arg(quantile(0.99)),
                               tr("longest %1").arg(durationInWords(std::llround(m_longestNs)))};
    for (int i = 0; i < 3; ++i)
        painter.drawText(QPointF(area.left(), line + i * metrics.height()), figures[i]);
}

} // namespace threadscape
