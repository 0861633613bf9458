#pragma once

#include "plots/qcp.h"
#include "plots/theme.h"

namespace threadscape {

/// `text` on a chip of the plot's colour, so that it reads on anything. Returns where it stands.
QRectF paintChip(QCPPainter& painter, const Theme& theme, QPointF leftMiddle, const QString& text,
                 const QFont& font);

/// How wide that chip is.
double chipWidth(const Theme& theme, const QString& text, const QFont& font);

} // namespace threadscape
