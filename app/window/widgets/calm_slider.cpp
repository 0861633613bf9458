#include "window/widgets/calm_slider.h"

#include <QWheelEvent>

namespace threadscape {

CalmSlider::CalmSlider(QWidget* parent) : QSlider(Qt::Horizontal, parent)
{
    setFocusPolicy(Qt::TabFocus);
}

void CalmSlider::wheelEvent(QWheelEvent* event)
{
    if (hasFocus())
        QSlider::wheelEvent(event);
    else
        event->ignore();
}

} // namespace threadscape
