#include "window/widgets/wheel_safe_slider.h"

#include <QWheelEvent>

namespace threadscape {

WheelSafeSlider::WheelSafeSlider(QWidget* parent) : QSlider(Qt::Horizontal, parent)
{
    setFocusPolicy(Qt::TabFocus);
}

void WheelSafeSlider::wheelEvent(QWheelEvent* event)
{
    if (hasFocus())
        QSlider::wheelEvent(event);
    else
        event->ignore();
}

} // namespace threadscape
