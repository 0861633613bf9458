#pragma once

#include "plots/style/qcp.h"
#include "plots/style/theme.h"

namespace threadscape {

/// `text` on a chip of the plot's colour, so that it reads on anything. Returns where it stands.
QRectF paintChip(QCPPainter& painter, const Theme& theme, QPointF leftMiddle, const QString& text,
                 const QFont& font);

/// The same for what went wrong, in `rect`, in its own colours and with a frame.
void paintErrorChip(QCPPainter& painter, const Theme& theme, const QRectF& rect, const QString& text,
                    const QFont& font);

/// How wide a chip is.
double chipWidth(const Theme& theme, const QString& text, const QFont& font);

} // namespace threadscape
