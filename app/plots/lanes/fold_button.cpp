#include "plots/lanes/fold_button.h"

#include <QPainter>
#include <QPainterPath>
#include <cmath>

namespace threadscape {

namespace {

constexpr double kChevron = 8; // px
constexpr double kGap = 6;     // px from it to the text

} // namespace

FoldButton::FoldButton(QWidget* parent) : QAbstractButton(parent)
{
    setCheckable(true);
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::PointingHandCursor);
}

void FoldButton::setTheme(const Theme& theme)
{
    m_theme = theme;
    update();
}

double FoldButton::widthOf(const Theme& theme, const QString& words)
{
    return theme.px(kChevron + kGap) +
           QFontMetricsF(theme.font(Theme::Type::label, true)).horizontalAdvance(words);
}

void FoldButton::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor ink = underMouse() ? m_theme.accent : m_theme.text;
    painter.setFont(m_theme.font(Theme::Type::label, true));
    painter.setPen(ink);
    painter.drawText(rect(), Qt::AlignRight | Qt::AlignVCenter, text());
    // Right when collapsed, down when expanded.
    const double half = m_theme.px(kChevron) / 2;
    const QPointF middle(width() - widthOf(m_theme, text()) + half, height() / 2.0);
    QPainterPath chevron;
    if (isChecked()) {
        chevron.moveTo(middle + QPointF(-half, -half / 2));
        chevron.lineTo(middle + QPointF(0, half / 2));
        chevron.lineTo(middle + QPointF(half, -half / 2));
    } else {
        chevron.moveTo(middle + QPointF(-half / 2, -half));
        chevron.lineTo(middle + QPointF(half / 2, 0));
        chevron.lineTo(middle + QPointF(-half / 2, half));
    }
    painter.setPen(QPen(ink, std::max(1.5, m_theme.px(1.5)), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPath(chevron);
    if (!hasFocus())
        return;
    painter.setPen(QPen(m_theme.accent, 2));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 4, 4);
}

void FoldButton::enterEvent(QEnterEvent* event)
{
    QAbstractButton::enterEvent(event);
    update();
}

void FoldButton::leaveEvent(QEvent* event)
{
    QAbstractButton::leaveEvent(event);
    update();
}

} // namespace threadscape
