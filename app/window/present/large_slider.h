#pragma once

#include <QLabel>
#include <QSlider>
#include <QWidget>

#include "lab/setting.h"
#include "plots/style/theme.h"
#include "window/settings/setting_editor.h"

namespace threadscape {

class ElidedLabel;

/// A number of an experiment to be moved before a class: its name, its value, and a slider below.
/// Threads: the GUI thread.
class LargeSlider final : public QWidget {
    Q_OBJECT

public:
    LargeSlider(const SettingSpec& spec, QWidget* parent);

    const std::string& name() const { return m_spec.name; }
    QSlider* slider() const { return m_slider; }
    /// What stands above the slider: "10", or "10 → 20".
    QString words() const { return m_value->text(); }
    void setTheme(const Theme& theme);
    /// What name and value take beside each other in that type.
    int widthNeeded(Theme::Type type) const;
    void setType(Theme::Type type);
    /// Shows a value without telling. `running`: what the run has instead, if it cannot be changed while it goes on.
    void show(const SettingValue& value, const std::optional<SettingValue>& running = std::nullopt);

signals:
    /// By the user.
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

/// What a presentation lets one move: of the settings that the window shows first, at most `count` numbers; those that act
/// at once come before the others. In the order of their declaration.
std::vector<std::string> settingsToPresent(const Experiment& experiment, std::size_t count);

} // namespace threadscape
