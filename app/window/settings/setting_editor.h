#pragma once

#include <QObject>
#include <QWidget>

#include "lab/setting.h"

#include <memory>

namespace threadscape {

/// The widgets with which one setting is changed: a field beside its name, and perhaps a body below.
/// Threads: the GUI thread.
class SettingEditor : public QObject {
    Q_OBJECT

public:
    /// The editor that fits the setting's type. It belongs to `parent`, as do its widgets.
    static SettingEditor* make(const SettingSpec& spec, QWidget* parent);

    /// Shows a value without telling.
    virtual void setValue(const SettingValue& value) = 0;
    /// Beside the name; null when there is none.
    QWidget* field() const { return m_field; }
    /// Below the name, over the whole width; null when there is none.
    QWidget* body() const { return m_body; }

signals:
    /// By the user.
    void edited(const threadscape::SettingValue& value);
    /// What was typed is out of the range, and became its nearest end; after edited(), if that changed anything.
    void corrected(const QString& typed, const QString& low, const QString& high);

protected:
    using QObject::QObject;

    QWidget* m_field = nullptr;
    QWidget* m_body = nullptr;
};

} // namespace threadscape
