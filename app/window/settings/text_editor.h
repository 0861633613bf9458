#pragma once

#include "window/settings/setting_editor.h"

#include <QLineEdit>

namespace threadscape {

/// Any text: a line to write it in, which tells in grey what an empty one stands for; for a folder a button that chooses one.
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
