#pragma once

#include "window/settings/setting_editor.h"

#include <QLineEdit>

namespace threadscape {

/// Any text: a line edit, whose placeholder shows what an empty one means; for a folder, with a button to choose one.
class TextEditor final : public SettingEditor {
    Q_OBJECT

public:
    TextEditor(const SettingSpec& spec, QWidget* parent);
    void setValue(const SettingValue& value) override;

private:
    void addFolderButton(const QString& label, QWidget* parent);
    void chooseFolder(const QString& label);
    void take();

    QLineEdit* m_line;
    QString m_value;
};

} // namespace threadscape
