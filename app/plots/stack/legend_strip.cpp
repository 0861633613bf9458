#include "plots/stack/legend_strip.h"

#include "text/language_change.h"
#include "text/state_words.h"
#include "text/texts.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>
#include <cmath>

namespace threadscape {

LegendStrip::LegendStrip(QWidget* parent) : QWidget(parent)
{
    setFocusPolicy(Qt::TabFocus);
    onLanguageChange(this, [this] {
        setAccessibleName(inWords(TS_TEXT("legend", "Legend: the states and their shares")));
    });
}

void LegendStrip::setTheme(const Theme& theme)
{
    m_theme = theme;
    update();
}

void LegendStrip::setEntries(std::vector<LegendEntry> entries)
{
    const auto same = [](const LegendEntry& a, const LegendEntry& b) {
        return a.state == b.state && a.tasks == b.tasks &&
               std::lround(a.share * 1000) == std::lround(b.share * 1000);
    };
    const bool unchanged = std::ranges::equal(entries, m_entries, same);
    m_entries = std::move(entries);
    m_current = std::min(m_current, m_entries.empty() ? 0 : m_entries.size() - 1);
    if (!unchanged)
        update();
}

void LegendStrip::setIsolated(std::optional<State> state)
{
    m_isolated = state;
    update();
}

void LegendStrip::setNote(const QString& note)
{
    if (note == m_note)
        return;
    m_note = note;
    update();
}

void LegendStrip::setLeft(double left)
{
    if (left == m_left)
        return;
    m_left = left;
    update();
}

int LegendStrip::lineHeight() const
{
    return qCeil(QFontMetricsF(m_theme.font(Theme::Type::label)).height() + m_theme.px(m_brief ? 2 : 8));
}

int LegendStrip::heightNeeded(double width) const
{
    const std::vector<Place> all = places(QRectF(0, 0, width, lineHeight()), 0);
    return all.empty() ? lineHeight() : qCeil(all.back().rect.bottom());
}

std::vector<LegendStrip::Place> LegendStrip::places(const QRectF& area, double left) const
{
    std::vector<Place> all = places(area, left, m_brief);
    const bool oneLine = all.empty() || all.back().rect.top() <= area.top();
    return oneLine || m_brief || !m_sparing ? all : places(area, left, true);
}

std::vector<LegendStrip::Place> LegendStrip::places(const QRectF& area, double left, bool brief) const
{
    const QFontMetricsF metrics(m_theme.font(Theme::Type::label));
    const double swatch = m_theme.px(18);
    std::vector<Place> result;
    double x = area.left() + left;
    double total = 0;
    std::vector<QString> words;
    for (const LegendEntry& entry : m_entries) {
        if (brief) {
            words.push_back(inWords(stateWords(entry.state, entry.tasks)));
            continue;
        }
        const double percent = entry.share * 100;
        words.push_back(
            inWords(Text(percent < 0.5 ? TS_TEXT("legend", "%1 under %2 %") : TS_TEXT("legend", "%1 %2 %"))
                        .arg(stateWords(entry.state, entry.tasks))
                        .arg(NumberArg{std::max(1.0, std::round(percent)), 0})));
        total += swatch + m_theme.px(6) + metrics.horizontalAdvance(words.back()) + m_theme.px(18);
    }
    // If it does not fit beside the lanes, it begins at the edge instead, with less spacing.
    double gap = m_theme.px(18);
    const double tooMuch = total - gap - (area.width() - m_theme.px(8));
    if (!brief && tooMuch > 0 && m_entries.size() > 1) {
        const double closer = std::min(tooMuch / static_cast<double>(m_entries.size() - 1), m_theme.px(10));
        gap -= closer;
        total -= closer * static_cast<double>(m_entries.size());
    }
    const double edge = area.left() + (brief ? 0 : m_theme.px(8));
    const bool wraps = brief || total - gap > area.right() - edge;
    if (wraps)
        x = edge;
    else if (x + total > area.right())
        x = std::max(edge, area.right() - total);
    double top = area.top();
    for (const QString& text : words) {
        const double width = swatch + m_theme.px(6) + metrics.horizontalAdvance(text);
        if (wraps && x > edge && x + width > area.right()) {
            x = edge;
            top += lineHeight();
        }
        result.push_back({QRectF(x, top, width, wraps ? lineHeight() : area.height()), text});
        x += width + gap;
    }
    return result;
}

void LegendStrip::paintSwatch(QPainter& painter, const StateStyle& style, const QRectF& rect) const
{
    QRectF shape = rect;
    if (style.shape == StateShape::line)
        shape = QRectF(rect.left(), rect.center().y() - m_theme.px(1.5), rect.width(), m_theme.px(3));
    else if (style.shape != StateShape::full)
        shape =
            QRectF(rect.left(), rect.center().y() - rect.height() * 0.3, rect.width(), rect.height() * 0.6);
    painter.save();
    if (style.shape == StateShape::dashed) {
        painter.setPen(QPen(style.fill, 1, Qt::DashLine));
        painter.drawRect(shape.adjusted(0.5, 0.5, -0.5, -0.5));
        painter.restore();
        return;
    }
    painter.fillRect(shape, style.fill);
    QColor ink =
        style.outline.isValid() && style.outline != style.fill ? style.outline : Theme::inkOn(style.fill);
    ink.setAlphaF(0.55F);
    painter.setRenderHint(QPainter::Antialiasing, true);
    painter.setPen(QPen(ink, 1));
    if (style.pattern == StatePattern::hatched) {
        for (double foot = shape.left() - shape.height() + 2; foot < shape.right(); foot += m_theme.px(6)) {
            const double from = std::max(foot, shape.left());
            const double to = std::min(foot + shape.height(), shape.right());
            if (to > from)
                painter.drawLine(
                    QLineF(from, shape.bottom() - (from - foot), to, shape.bottom() - (to - foot)));
        }
    } else if (style.pattern == StatePattern::dotted) {
        for (double x = shape.left() + m_theme.px(2.5); x + 1.5 < shape.right(); x += m_theme.px(5))
            painter.fillRect(QRectF(x, shape.center().y() - 0.75, 1.5, 1.5), ink);
    }
    painter.setRenderHint(QPainter::Antialiasing, false);
    if (style.outline.isValid()) {
        painter.setPen(QPen(style.outline, 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(shape.adjusted(0.5, 0.5, -0.5, -0.5));
    }
    painter.restore();
}

void LegendStrip::paintOn(QPainter& painter, const QRectF& area, double left) const
{
    const std::vector<Place> all = places(area, left);
    painter.setFont(m_theme.font(Theme::Type::label));
    for (std::size_t i = 0; i < all.size(); ++i) {
        const State state = m_entries[i].state;
        const QRectF& rect = all[i].rect;
        const double height = m_theme.px(12);
        painter.setOpacity(m_isolated && *m_isolated != state ? 0.5 : 1);
        paintSwatch(painter, m_theme.state(state),
                    QRectF(std::round(rect.left()), std::round(rect.center().y() - height / 2),
                           m_theme.px(18), height));
        painter.setPen(m_theme.text);
        painter.drawText(rect.adjusted(m_theme.px(24), 0, m_theme.px(4), 0), Qt::AlignLeft | Qt::AlignVCenter,
                         all[i].words);
    }
    painter.setOpacity(1);
}

void LegendStrip::paintNoteOn(QPainter& painter, const QRectF& area, double left) const
{
    if (m_note.isEmpty())
        return;
    double from = area.left();
    for (const Place& entry : places(area, left))
        if (entry.rect.top() <= area.top())
            from = std::max(from, entry.rect.right() + m_theme.px(18));
    const QFont font = m_theme.font(Theme::Type::label);
    const QFontMetricsF metrics(font);
    painter.setFont(font);
    const QRectF room(from, area.top(), area.right() - m_theme.px(8) - from, lineHeight());
    painter.setPen(m_theme.secondary);
    painter.drawText(room, Qt::AlignRight | Qt::AlignVCenter,
                     metrics.elidedText(m_note, Qt::ElideRight, room.width()));
}

void LegendStrip::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.plot);
    paintOn(painter, rect(), m_left);
    paintNoteOn(painter, rect(), m_left);
    if (!hasFocus() || m_entries.empty())
        return;
    painter.setPen(QPen(m_theme.accent, 2));
    painter.drawRoundedRect(places(rect(), m_left)[m_current].rect.adjusted(-4, 2, 4, -2), 4, 4);
}

void LegendStrip::choose(std::size_t index)
{
    m_current = index;
    const State state = m_entries[index].state;
    emit isolated(m_isolated == state ? -1 : static_cast<int>(state));
}

void LegendStrip::mousePressEvent(QMouseEvent* event)
{
    const std::vector<Place> all = places(rect(), m_left);
    for (std::size_t i = 0; i < all.size(); ++i)
        if (all[i].rect.contains(event->position()))
            return choose(i);
    if (m_isolated)
        emit isolated(-1);
}

void LegendStrip::keyPressEvent(QKeyEvent* event)
{
    if (m_entries.empty())
        return QWidget::keyPressEvent(event);
    switch (event->key()) {
    case Qt::Key_Left: m_current = (m_current + m_entries.size() - 1) % m_entries.size(); break;
    case Qt::Key_Right: m_current = (m_current + 1) % m_entries.size(); break;
    case Qt::Key_Space: choose(m_current); break;
    default: QWidget::keyPressEvent(event); return;
    }
    update();
}

bool LegendStrip::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip || m_entries.empty())
        return QWidget::event(event);
    QToolTip::showText(
        static_cast<QHelpEvent*>(event)->globalPos(),
        inWords(
            TS_TEXT("legend", "Shares of all lanes' time in the picture. Click a state to see it alone.")),
        this);
    return true;
}

} // namespace threadscape
