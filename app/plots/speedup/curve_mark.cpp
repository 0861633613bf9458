#include "plots/speedup/curve_mark.h"

namespace threadscape {

namespace {

// Of the circle's radius: so that all cover about the same area.
constexpr double kSquare = 0.89;
constexpr double kDiamond = 1.25;
constexpr double kTriangle = 1.2;
constexpr double kArm = 1.3;  // of the cross, whose bars are
constexpr double kBar = 0.42; // wide on each side

} // namespace

void paintMark(QCPPainter& painter, Mark mark, QPointF centre, double radius)
{
    const auto polygon = [&](std::initializer_list<QPointF> corners) {
        QPolygonF shape;
        for (const QPointF& corner : corners)
            shape << centre + corner * radius;
        painter.drawPolygon(shape);
    };
    switch (mark) {
    case Mark::square:
        polygon({{-kSquare, -kSquare}, {kSquare, -kSquare}, {kSquare, kSquare}, {-kSquare, kSquare}});
        return;
    case Mark::diamond: polygon({{0, -kDiamond}, {kDiamond, 0}, {0, kDiamond}, {-kDiamond, 0}}); return;
    case Mark::triangle: polygon({{0, -kTriangle}, {kTriangle, 0.85}, {-kTriangle, 0.85}}); return;
    case Mark::cross:
        polygon({{-kBar, -kArm},
                 {kBar, -kArm},
                 {kBar, -kBar},
                 {kArm, -kBar},
                 {kArm, kBar},
                 {kBar, kBar},
                 {kBar, kArm},
                 {-kBar, kArm},
                 {-kBar, kBar},
                 {-kArm, kBar},
                 {-kArm, -kBar},
                 {-kBar, -kBar}});
        return;
    case Mark::circle: break;
    }
    painter.drawEllipse(centre, radius, radius);
}

} // namespace threadscape
