#include "window/settings/number_field.h"

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

QValidator::State NumberField::validate(QString& text, int& position) const
{
    if (locale().decimalPoint() == u"," && locale().groupSeparator() != u".")
        text.replace(u'.', u','); // the decimal key of the keypad may send either
    const QValidator::State state = QDoubleSpinBox::validate(text, position);
    return state == QValidator::Invalid && numberBeyond(text) ? QValidator::Intermediate : state;
}

void NumberField::fixup(QString& text) const
{
    const auto typed = numberBeyond(text);
    if (!typed)
        return QDoubleSpinBox::fixup(text);
    emit corrected(textFromValue(*typed));
    text = prefix() + textFromValue(std::clamp(*typed, minimum(), maximum())) + suffix();
}

// A number that is out of the range.
std::optional<double> NumberField::numberBeyond(QString text) const
{
    text = text.trimmed();
    if (const QString unit = suffix().trimmed(); !unit.isEmpty() && text.endsWith(unit))
        text.chop(unit.size());
    bool is = false;
    const double value = locale().toDouble(text.trimmed().remove(locale().groupSeparator()), &is);
    return is && (value < minimum() || value > maximum()) ? std::optional(value) : std::nullopt;
}

// The same for all fields except those with very large numbers, so that they align.
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
