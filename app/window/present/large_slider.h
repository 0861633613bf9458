#pragma once

#include <QLabel>
#include <QSlider>
#include <QWidget>

#include "lab/setting.h"
#include "plots/style/theme.h"
#include "window/settings/setting_editor.h"

namespace threadscape {

class ElidedLabel;

/// A numeric setting of an experiment in a presentation: its name, its value, and a slider below.
/// Threads: the GUI thread.
class LargeSlider final : public QWidget {
    Q_OBJECT

public:
    LargeSlider(const SettingSpec& spec, QWidget* parent);

    const std::string& name() const { return m_spec.name; }
    QSlider* slider() const { return m_slider; }
    /// The text above the slider: "10", or "10 → 20".
    QString words() const { return m_value->text(); }
    void setTheme(const Theme& theme);
    /// Width of name and value side by side in that type.
    int widthNeeded(Theme::Type type) const;
    void setType(Theme::Type type);
    /// Shows a value without emitting moved(). `running`: the run's value, if the setting cannot be changed during a run.
    void show(const SettingValue& value, const std::optional<SettingValue>& running = std::nullopt);

signals:
    /// Emitted for user input only.
    void moved(const std::string& name, const threadscape::SettingValue& value);

protected:
private:
    void retranslate();

    SettingSpec m_spec;
    Theme m_theme;
    ElidedLabel* m_label;
    QLabel* m_value;
    SettingEditor* m_editor;
    QSlider* m_slider;
};

/// The settings with sliders in a presentation: of those that the window shows first, at most `count` numbers, live ones
/// preferred. In the order of their declaration.
std::vector<std::string> settingsToPresent(const Experiment& experiment, std::size_t count);

} // namespace threadscape
