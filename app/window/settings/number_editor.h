#pragma once

#include "window/settings/number_field.h"
#include "window/settings/setting_editor.h"
#include "window/settings/slider_scale.h"
#include "window/widgets/wheel_safe_slider.h"

namespace threadscape {

/// A number: a field with its unit, and a slider below.
class NumberEditor final : public SettingEditor {
    Q_OBJECT

public:
    NumberEditor(const SettingSpec& spec, QWidget* parent);
    void setValue(const SettingValue& value) override;

private:
    void show(double value);
    void take(double value);
    void step(int action);

    bool m_whole;
    double m_smallest;
    SliderScale m_scale;
    double m_value = 0;
    NumberField* m_number;
    WheelSafeSlider* m_slider;
};

} // namespace threadscape
