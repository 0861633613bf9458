#pragma once

#include <QLabel>
#include <QToolButton>
#include <QWidget>

#include "lab/setting.h"
#include "text/language_change.h"
#include "window/settings/setting_editor.h"

namespace threadscape {

/// One setting: its name, whether it is live, its editor, and the reset to the preset.
class SettingRow final : public QWidget {
    Q_OBJECT

public:
    SettingRow(const SettingSpec& spec, QWidget* parent);

    const std::string& name() const { return m_name; }
    /// `moved`: the value is not the preset's.
    void show(const SettingValue& value, bool moved);

    /// Sets the focus to its field, or to the body below.
    void takeFocus();

signals:
    void edited(const std::string& name, const threadscape::SettingValue& value);
    void resetAsked(const std::string& name);
    /// The sentence of what was not accepted as typed.
    void corrected(const threadscape::Words& sentence);

private:
    void tell(const SettingSpec& spec);

    std::string m_name;
    SettingEditor* m_editor;
    QLabel* m_label;
    QToolButton* m_reset;
};

} // namespace threadscape
