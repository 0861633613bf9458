#pragma once

#include <QSlider>

namespace threadscape {

/// A slider that takes the wheel only when it has the focus, and keeps the focus where it is when dragged.
class WheelSafeSlider final : public QSlider {
    Q_OBJECT

public:
    explicit WheelSafeSlider(QWidget* parent = nullptr);

protected:
    void wheelEvent(QWheelEvent* event) override;
};

} // namespace threadscape
