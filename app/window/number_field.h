#pragma once

#include <QDoubleSpinBox>

namespace threadscape {

/// A field for a number that shows no more digits than it needs, and takes the wheel only when it has the focus.
class NumberField final : public QDoubleSpinBox {
    Q_OBJECT

public:
    explicit NumberField(QWidget* parent = nullptr);
    QString textFromValue(double value) const override;
    QSize sizeHint() const override;

protected:
    void wheelEvent(QWheelEvent* event) override;
};

} // namespace threadscape
