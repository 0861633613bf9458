#include "window/widgets/toggle_switch.h"

#include <QPainter>

namespace threadscape {

ToggleSwitch::ToggleSwitch(QWidget* parent) : QAbstractButton(parent)
{
    setCheckable(true);
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAttribute(Qt::WA_Hover);
}

QSize ToggleSwitch::sizeHint() const
{
    return {40, 24};
}

void ToggleSwitch::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF track = QRectF(rect()).adjusted(2, 3, -2, -3);
    const QColor off = palette().color(QPalette::PlaceholderText);
    const QColor on = palette().color(QPalette::Highlight);
    painter.setPen(QPen(isChecked() ? on : off, 1.5));
    painter.setBrush(isChecked() ? on : QColor(Qt::transparent));
    painter.drawRoundedRect(track, track.height() / 2, track.height() / 2);
    const double radius = track.height() / 2 - 3.5;
    const double x = isChecked() ? track.right() - track.height() / 2 : track.left() + track.height() / 2;
    painter.setPen(Qt::NoPen);
    painter.setBrush(isChecked() ? palette().color(QPalette::HighlightedText) : off);
    painter.drawEllipse(QPointF(x, track.center().y()), radius, radius);
    if (hasFocus()) {
        painter.setPen(QPen(palette().color(QPalette::Highlight), 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), height() / 2.0,
                                height() / 2.0);
    }
}

} // namespace threadscape
