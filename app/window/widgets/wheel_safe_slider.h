#pragma once

#include <QSlider>

namespace threadscape {

/// A slider that handles the wheel only when it has the focus, and does not take the focus when dragged.
class WheelSafeSlider final : public QSlider {
    Q_OBJECT

public:
    explicit WheelSafeSlider(QWidget* parent = nullptr);

protected:
    void wheelEvent(QWheelEvent* event) override;
};

} // namespace threadscape
