#include "plots/style/chip.h"

namespace threadscape {

namespace {

double padding(const Theme& theme)
{
    return theme.px(3);
}

} // namespace

double chipWidth(const Theme& theme, const QString& text, const QFont& font)
{
    return QFontMetricsF(font).horizontalAdvance(text) + 2 * padding(theme);
}

QRectF paintChip(QCPPainter& painter, const Theme& theme, QPointF leftMiddle, const QString& text,
                 const QFont& font)
{
    const double height = QFontMetricsF(font).height();
    const QRectF chip(leftMiddle.x(), leftMiddle.y() - height / 2, chipWidth(theme, text, font), height);
    QColor behind = theme.plot;
    behind.setAlphaF(0.88F);
    painter.setPen(Qt::NoPen);
    painter.setBrush(behind);
    painter.setAntialiasing(true);
    painter.drawRoundedRect(chip, theme.px(2), theme.px(2));
    painter.setAntialiasing(false);
    painter.setBrush(Qt::NoBrush);
    painter.setFont(font);
    painter.setPen(theme.text);
    painter.drawText(chip.adjusted(padding(theme), 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, text);
    return chip;
}

void paintErrorChip(QCPPainter& painter, const Theme& theme, const QRectF& rect, const QString& text,
                    const QFont& font)
{
    painter.fillRect(rect, theme.errorBackground);
    painter.setPen(QPen(theme.error, std::max(1.0, theme.px(1))));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(rect);
    painter.setFont(font);
    painter.drawText(rect, Qt::AlignCenter, text);
}

} // namespace threadscape
