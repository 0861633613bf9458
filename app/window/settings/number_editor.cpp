#include "window/settings/number_editor.h"

#include "text/finding_words.h"

#include <QSignalBlocker>
#include <algorithm>
#include <cmath>

namespace threadscape {

namespace {

constexpr int kRealDigits = 3;
constexpr int kPage = SliderScale::kSteps / 10;

double smallestStep(const SettingSpec& spec)
{
    return spec.type == SettingType::integer ? 1.0 : spec.max - spec.min > 10 ? 0.1 : 0.01;
}

} // namespace

NumberEditor::NumberEditor(const SettingSpec& spec, QWidget* parent)
    : SettingEditor(parent),
      m_whole(spec.type == SettingType::integer),
      m_smallest(smallestStep(spec)),
      m_scale(spec.min, spec.max, m_smallest),
      m_number(new NumberField(parent)),
      m_slider(new WheelSafeSlider(parent))
{
    m_field = m_number;
    m_body = m_slider;
    m_number->setDecimals(m_whole ? 0 : kRealDigits);
    m_number->setRange(spec.min, spec.max);
    m_number->setSingleStep(m_smallest);
    if (!spec.unit.empty())
        m_number->setSuffix(QStringLiteral("\u00A0") + unitInWords(spec.unit));
    // Queued: the change to the clamped value is signalled first, and clears older messages.
    connect(
        m_number, &NumberField::corrected, this,
        [this](const QString& typed) {
            emit corrected(typed, m_number->textFromValue(m_number->minimum()),
                           m_number->textFromValue(m_number->maximum()));
        },
        Qt::QueuedConnection);
    m_slider->setRange(0, SliderScale::kSteps);
    m_slider->setPageStep(kPage);
    connect(m_number, &QDoubleSpinBox::valueChanged, this, &NumberEditor::take);
    connect(m_slider, &QSlider::valueChanged, this, [this](int position) { take(m_scale.value(position)); });
    connect(m_slider, &QSlider::actionTriggered, this, &NumberEditor::step);
}

void NumberEditor::setValue(const SettingValue& value)
{
    show(m_whole ? static_cast<double>(std::get<std::int64_t>(value)) : std::get<double>(value));
}

void NumberEditor::show(double value)
{
    const QSignalBlocker quietNumber(m_number);
    const QSignalBlocker quietSlider(m_slider);
    m_value = value;
    m_number->setValue(value);
    // A slider that is being dragged is not moved.
    if (!m_slider->isSliderDown())
        m_slider->setValue(m_scale.position(value));
}

void NumberEditor::take(double value)
{
    if (value == m_value)
        return;
    show(value);
    if (m_whole)
        emit edited(static_cast<std::int64_t>(std::llround(value)));
    else
        emit edited(value);
}

// Arrow keys change by at least one value, even if a slider's position is finer or coarser.
void NumberEditor::step(int action)
{
    int by = 0;
    switch (action) {
    case QAbstractSlider::SliderSingleStepAdd: by = 1; break;
    case QAbstractSlider::SliderSingleStepSub: by = -1; break;
    case QAbstractSlider::SliderPageStepAdd: by = kPage; break;
    case QAbstractSlider::SliderPageStepSub: by = -kPage; break;
    default: return;
    }
    double target =
        m_scale.value(m_scale.position(m_value) + (m_scale.byRatio() && std::abs(by) == 1 ? 10 * by : by));
    if (std::abs(by) == 1 && !m_scale.byRatio())
        target = m_value + by * m_smallest;
    if (std::abs(target - m_value) < m_smallest)
        target = m_value + std::copysign(m_smallest, by);
    target = std::clamp(target, m_number->minimum(), m_number->maximum());
    {
        const QSignalBlocker quiet(m_slider);
        m_slider->setSliderPosition(m_scale.position(target));
    }
    take(target);
}

} // namespace threadscape
