#include "window/number_field.h"

#include <QWheelEvent>
#include <algorithm>

namespace threadscape {

NumberField::NumberField(QWidget* parent) : QDoubleSpinBox(parent)
{
    setButtonSymbols(QAbstractSpinBox::NoButtons);
    setAlignment(Qt::AlignRight);
    setKeyboardTracking(false);
    setGroupSeparatorShown(true);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QString NumberField::textFromValue(double value) const
{
    QString text = QDoubleSpinBox::textFromValue(value);
    const QString point = locale().decimalPoint();
    if (text.contains(point)) {
        while (text.endsWith(locale().zeroDigit()))
            text.chop(1);
        if (text.endsWith(point))
            text.chop(point.size());
    }
    return text;
}

// The same for all fields but those with very large numbers, so that they stand in one column.
QSize NumberField::sizeHint() const
{
    const QSize natural = QDoubleSpinBox::sizeHint();
    return {std::max(natural.width(), fontMetrics().horizontalAdvance(QStringLiteral("00,000 ms")) + 18),
            natural.height()};
}

void NumberField::wheelEvent(QWheelEvent* event)
{
    if (hasFocus())
        QDoubleSpinBox::wheelEvent(event);
    else
        event->ignore();
}

} // namespace threadscape
