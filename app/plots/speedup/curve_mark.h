#pragma once

#include "plots/style/qcp.h"
#include "plots/style/theme.h"

namespace threadscape {

/// Paints the mark of a point, of about one size for every shape, with the painter's pen and brush. `radius`: of the
/// circle, in px.
void paintMark(QCPPainter& painter, Mark mark, QPointF centre, double radius);

} // namespace threadscape
