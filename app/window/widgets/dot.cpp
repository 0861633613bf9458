#include "window/widgets/dot.h"

#include <QPainter>

namespace threadscape {

Dot::Dot(bool full, QWidget* parent) : QWidget(parent), m_full(full)
{
    setFixedSize(8, 8);
}

void Dot::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor colour = palette().color(m_full ? QPalette::Highlight : QPalette::PlaceholderText);
    painter.setPen(QPen(colour, 1));
    painter.setBrush(m_full ? QBrush(colour) : QBrush(Qt::NoBrush));
    painter.drawEllipse(QRectF(rect()).adjusted(1, 1, -1, -1));
}

} // namespace threadscape
