#pragma once

#include <QDoubleSpinBox>
#include <optional>

namespace threadscape {

/// A field for a number that shows no more digits than it needs, and takes the wheel only when it has the focus.
class NumberField final : public QDoubleSpinBox {
    Q_OBJECT

public:
    explicit NumberField(QWidget* parent = nullptr);
    QString textFromValue(double value) const override;
    QSize sizeHint() const override;
    /// Lets a number be typed that is out of the range: silence, when a key does nothing, explains nothing.
    QValidator::State validate(QString& text, int& position) const override;
    /// Makes of it the nearest that is allowed, when it is entered.
    void fixup(QString& text) const override;

signals:
    /// What was typed is out of the range, and became its nearest end.
    void corrected(const QString& typed) const;

protected:
    void wheelEvent(QWheelEvent* event) override;

private:
    std::optional<double> numberBeyond(QString text) const;
};

} // namespace threadscape
