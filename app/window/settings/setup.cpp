#include "window/settings/setup.h"

#include "lab/run/foreign_trace.h"
#include "lab/run/registry.h"

#include <algorithm>

namespace threadscape {

void Setup::choose(const std::string& id, const SavedSetup& saved)
{
    auto experiment = makeExperiment(id);
    if (!experiment)
        return;
    m_experiment = std::move(*experiment);
    m_presets = m_experiment->presets();
    m_preset = findPreset(saved.preset) != nullptr ? saved.preset : m_presets.front().name;
    m_presetValues = presetValues(m_preset);
    m_seed = RunRequest().seed;
    takeSpeed(std::clamp(saved.speed.value_or(presetSpeed()), kMinSpeed, kMaxSpeed));
    for (const auto& [name, value] : m_presetValues)
        assign(name, value);
    for (const auto& [name, text] : saved.settings) {
        const Setting* setting = m_experiment->setting(name);
        if (setting == nullptr)
            continue;
        if (const auto value = parseSetting(setting->spec(), text))
            assign(name, *value);
    }
    emit chosen();
    emit changed();
}

void Setup::take(const RunRequest& request)
{
    SavedSetup setup{request.preset, request.settings, request.speed};
    if (request.seconds)
        setup.settings["seconds"] = settingText(*request.seconds);
    choose(request.experiment, setup);
    m_seed = request.seed;
}

void Setup::takeForeign(const Experiment& foreign)
{
    m_experiment = std::make_unique<ForeignTrace>(foreign.identity().question, foreign.plots());
    m_presets.clear();
    m_preset.clear();
    m_presetValues.clear();
    m_seed = RunRequest().seed;
    takeSpeed(presetSpeed());
    emit chosen();
    emit changed();
}

void Setup::applyPreset(const std::string& name)
{
    if (findPreset(name) == nullptr)
        return;
    m_preset = name;
    m_presetValues = presetValues(name);
    for (const auto& [setting, value] : m_presetValues) {
        if (assign(setting, value))
            emit settingMoved(setting, value);
    }
    if (m_speed != presetSpeed()) {
        takeSpeed(presetSpeed());
        emit speedMoved(m_speed);
    }
    emit changed();
}

tl::expected<void, Error> Setup::set(const std::string& name, const SettingValue& value)
{
    const Setting* setting = m_experiment->setting(name);
    if (setting == nullptr)
        return {};
    if (auto allowed = checkSetting(setting->spec(), value); !allowed)
        return allowed;
    if (!assign(name, value))
        return {};
    emit settingMoved(name, value);
    emit changed();
    return {};
}

void Setup::reset(const std::string& name)
{
    const auto value = m_presetValues.find(name);
    if (value == m_presetValues.end() || !assign(name, value->second))
        return;
    emit settingMoved(name, value->second);
    emit changed();
}

void Setup::takeSpeed(double speed)
{
    m_speed = speed;
    m_experiment->setSpeed(speed); // what it plans depends on it
}

void Setup::setSpeed(double speed)
{
    speed = std::clamp(speed, kMinSpeed, kMaxSpeed);
    if (speed == m_speed)
        return;
    takeSpeed(speed);
    emit speedMoved(speed);
    emit changed();
}

SettingValue Setup::value(const std::string& name) const
{
    return m_experiment->setting(name)->current();
}

bool Setup::moved(const std::string& name) const
{
    const auto preset = m_presetValues.find(name);
    return preset != m_presetValues.end() && preset->second != value(name);
}

bool Setup::anyMoved() const
{
    return m_speed != presetSpeed() || std::any_of(m_presetValues.begin(), m_presetValues.end(),
                                                   [this](const auto& entry) { return moved(entry.first); });
}

RunRequest Setup::request() const
{
    RunRequest request;
    request.experiment = m_experiment->id();
    request.preset = m_preset;
    request.settings = saved().settings;
    request.speed = m_speed;
    request.seed = m_seed;
    return request;
}

SavedSetup Setup::saved() const
{
    SavedSetup setup;
    setup.preset = m_preset;
    for (const auto& [name, value] : m_presetValues) {
        if (moved(name))
            setup.settings[name] = settingText(this->value(name));
    }
    if (m_speed != presetSpeed())
        setup.speed = m_speed;
    return setup;
}

const Preset* Setup::findPreset(const std::string& name) const
{
    const auto found = std::find_if(m_presets.begin(), m_presets.end(),
                                    [&](const Preset& preset) { return preset.name == name; });
    return found == m_presets.end() ? nullptr : &*found;
}

std::map<std::string, SettingValue> Setup::presetValues(const std::string& name) const
{
    std::map<std::string, SettingValue> values;
    for (const Setting* setting : m_experiment->settings())
        values[setting->spec().name] = setting->spec().value;
    for (const auto& [setting, text] : findPreset(name)->settings) {
        if (const auto value = parseSetting(m_experiment->setting(setting)->spec(), text))
            values[setting] = *value;
    }
    return values;
}

// Returns whether the value has changed.
bool Setup::assign(const std::string& name, const SettingValue& value)
{
    Setting* setting = m_experiment->setting(name);
    if (setting->current() == value)
        return false;
    setting->assign(value);
    return true;
}

double Setup::presetSpeed() const
{
    const Preset* preset = findPreset(m_preset);
    return preset != nullptr ? preset->speed : 1; // a foreign trace has none
}

} // namespace threadscape
