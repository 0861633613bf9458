#pragma once

#include "plots/style/qcp.h"
#include "plots/style/theme.h"

namespace threadscape {

/// Paints what stands at a point of a curve, about as large for every mark, with the painter's pen and brush. `radius`: of
/// the circle, in px.
void paintMark(QCPPainter& painter, Mark mark, QPointF centre, double radius);

} // namespace threadscape
