#include "plots/speedup/law_button.h"

#include <QPainter>
#include <cmath>

namespace threadscape {

namespace {

constexpr double kBesideWord = 8; // px beside the word

} // namespace

LawButton::LawButton(QWidget* parent) : QAbstractButton(parent)
{
    setCheckable(true);
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::PointingHandCursor);
}

void LawButton::setTheme(const Theme& theme)
{
    m_theme = theme;
    update();
}

QSize LawButton::sizeHint() const
{
    const QFontMetricsF metrics(m_theme.font(Theme::Type::small, true));
    return {qCeil(metrics.horizontalAdvance(text()) + 2 * m_theme.px(kBesideWord)),
            qCeil(metrics.height() + m_theme.px(2))};
}

void LawButton::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double line = std::max(1.0, m_theme.px(1));
    const QRectF chip = QRectF(rect()).adjusted(line / 2, line / 2, -line / 2, -line / 2);
    const QColor outline = isChecked() || underMouse() ? m_theme.accent : m_theme.secondary;
    painter.setPen(QPen(hasFocus() ? m_theme.text : outline, hasFocus() ? 2 * line : line));
    painter.setBrush(isChecked() ? QBrush(m_theme.accent) : QBrush(Qt::NoBrush));
    painter.drawRoundedRect(chip, chip.height() / 2, chip.height() / 2);
    painter.setFont(m_theme.font(Theme::Type::small, true));
    painter.setPen(isChecked() ? Theme::inkOn(m_theme.accent) : outline);
    painter.drawText(rect(), Qt::AlignCenter, text());
}

void LawButton::enterEvent(QEnterEvent* event)
{
    QAbstractButton::enterEvent(event);
    update();
}

void LawButton::leaveEvent(QEvent* event)
{
    QAbstractButton::leaveEvent(event);
    update();
}

} // namespace threadscape
