#pragma once

#include <QObject>
#include <QWidget>

#include "lab/setting.h"

#include <memory>

namespace threadscape {

/// The widgets that edit one setting: a field beside its name, and optionally a body below.
/// Threads: the GUI thread.
class SettingEditor : public QObject {
    Q_OBJECT

public:
    /// Creates the editor for the setting's type. `parent` owns it and its widgets.
    static SettingEditor* make(const SettingSpec& spec, QWidget* parent);

    /// Shows a value without emitting edited().
    virtual void setValue(const SettingValue& value) = 0;
    /// Beside the name; null when there is none.
    QWidget* field() const { return m_field; }
    /// Below the name, over the whole width; null when there is none.
    QWidget* body() const { return m_body; }

signals:
    /// Emitted for user input only.
    void edited(const threadscape::SettingValue& value);
    /// What was typed was out of the range, and was clamped; emitted after edited(), if that changed the value.
    void corrected(const QString& typed, const QString& low, const QString& high);

protected:
    using QObject::QObject;

    QWidget* m_field = nullptr;
    QWidget* m_body = nullptr;
};

} // namespace threadscape
