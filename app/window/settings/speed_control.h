#pragma once

#include <QLabel>
#include <QWidget>

#include "window/widgets/wheel_safe_slider.h"

namespace threadscape {

/// The common speed, from a tenth to ten times.
class SpeedControl final : public QWidget {
    Q_OBJECT

public:
    explicit SpeedControl(QWidget* parent = nullptr);

    /// Does not emit moved().
    void setSpeed(double speed);
    WheelSafeSlider* slider() const { return m_slider; }

signals:
    void moved(double speed);

private:
    void showSpeed(double speed);

    WheelSafeSlider* m_slider;
    QLabel* m_reading;
    double m_speed = 1;
};

} // namespace threadscape
