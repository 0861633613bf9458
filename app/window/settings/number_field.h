#pragma once

#include <QDoubleSpinBox>
#include <optional>

namespace threadscape {

/// A field for a number that shows no more digits than needed, and handles the wheel only when it has the focus.
class NumberField final : public QDoubleSpinBox {
    Q_OBJECT

public:
    explicit NumberField(QWidget* parent = nullptr);
    QString textFromValue(double value) const override;
    QSize sizeHint() const override;
    /// Accepts typed numbers out of the range: a key that is ignored explains nothing.
    QValidator::State validate(QString& text, int& position) const override;
    /// Clamps it to the range on entry.
    void fixup(QString& text) const override;

signals:
    /// What was typed was out of the range, and was clamped.
    void corrected(const QString& typed) const;

protected:
    void wheelEvent(QWheelEvent* event) override;

private:
    std::optional<double> numberBeyond(QString text) const;
};

} // namespace threadscape
