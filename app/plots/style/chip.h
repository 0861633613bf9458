#pragma once

#include "plots/style/qcp.h"
#include "plots/style/theme.h"

namespace threadscape {

/// `text` on a chip of the plot's colour, legible on any background. Returns its rectangle.
QRectF paintChip(QCPPainter& painter, const Theme& theme, QPointF leftMiddle, const QString& text,
                 const QFont& font);

/// The same for errors, in `rect`, in error colours and with a frame.
void paintErrorChip(QCPPainter& painter, const Theme& theme, const QRectF& rect, const QString& text,
                    const QFont& font);

/// Width of a chip.
double chipWidth(const Theme& theme, const QString& text, const QFont& font);

} // namespace threadscape
