#include "plots/style/time_ticker.h"

#include "text/texts.h"
#include "view/axis/time_axis.h"

#include <cmath>

namespace threadscape {

namespace {

Template withUnit(TimeUnit unit)
{
    switch (unit) {
    case TimeUnit::seconds: return TS_TEXT("axis", "%1 s");
    case TimeUnit::milliseconds: return TS_TEXT("axis", "%1 ms");
    case TimeUnit::microseconds: return TS_TEXT("axis", "%1 \u00b5s");
    case TimeUnit::nanoseconds: break;
    }
    return TS_TEXT("axis", "%1 ns");
}

constexpr double kAir = 1.4; // lines between labels on a vertical axis

QString number(const TimeTicks& ticks, std::int64_t ns)
{
    const double value = static_cast<double>(ns) / static_cast<double>(unitNs(ticks.unit));
    return QLocale().toString(value, 'f', ticks.decimals);
}

} // namespace

void TimeTicker::setRoom(double widthPx, const QFont& font)
{
    m_widthPx = std::max(widthPx, 1.0);
    m_font = font;
}

void TimeTicker::generate(const QCPRange& range, const QLocale&, QChar, int, QVector<double>& positions,
                          QVector<double>* subTicks, QVector<QString>* labels)
{
    const TimeAxis axis({std::llround(range.lower), std::llround(range.upper)}, m_widthPx);
    const QFontMetricsF metrics(m_font);
    // Space for the longest label, which depends on the step, which depends on that space: two iterations suffice.
    double spacing = 6.0 * metrics.height();
    TimeTicks ticks = timeTicks(axis, spacing);
    const double label =
        metrics.horizontalAdvance(number(ticks, axis.window().toNs)) + 2.5 * metrics.height();
    if (label > spacing)
        ticks = timeTicks(axis, label);

    positions.clear();
    if (subTicks != nullptr)
        subTicks->clear();
    if (labels != nullptr)
        labels->clear();
    for (const std::int64_t ns : ticks.atNs) {
        positions.append(static_cast<double>(ns));
        if (labels == nullptr)
            continue;
        const bool last = ns == ticks.atNs.back();
        const QString text = number(ticks, ns);
        labels->append(last ? inWords(Text(withUnit(ticks.unit)).arg(text.toStdString())) : text);
    }
}

void NumberTicker::setRoom(double heightPx, double linePx)
{
    m_lines = std::max(heightPx / std::max(linePx, 1.0), 0.1);
}

double NumberTicker::getTickStep(const QCPRange& range)
{
    const double line = std::max(range.size() / m_lines, 1e-12); // the height of a label
    const double end = std::max(range.upper, -range.lower);
    m_step = niceStep(kAir * line);
    // A scale needs a second label: closer then, as long as the two do not overlap.
    if (m_step > end && niceStep(line) <= end)
        m_step = niceStep(line);
    if (m_whole)
        m_step = std::max(1.0, m_step);
    return m_step;
}

QString NumberTicker::getTickLabel(double tick, const QLocale&, QChar, int)
{
    const int decimals = m_step >= 1 ? 0 : static_cast<int>(std::ceil(-std::log10(m_step) - 1e-9));
    return QLocale().toString(std::fabs(tick) < m_step / 1000 ? 0.0 : tick, 'f', decimals);
}

} // namespace threadscape
