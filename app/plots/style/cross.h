#pragma once

#include "plots/style/qcp.h"
#include "plots/style/theme.h"

namespace threadscape {

/// A cross in the error colour, on a disc of the plot's colour, visible on any background.
inline void paintCross(QCPPainter& painter, const Theme& theme, QPointF centre, double half)
{
    painter.setAntialiasing(true);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.plot);
    painter.drawEllipse(centre, half * 1.5, half * 1.5);
    painter.setPen(QPen(theme.error, theme.px(2), Qt::SolidLine, Qt::RoundCap));
    const QPointF slope(half, half);
    const QPointF rise(half, -half);
    painter.drawLine(QLineF(centre - slope, centre + slope));
    painter.drawLine(QLineF(centre - rise, centre + rise));
    painter.setAntialiasing(false);
    painter.setBrush(Qt::NoBrush);
}

} // namespace threadscape
