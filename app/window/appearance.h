#pragma once

#include <QMenu>
#include <QObject>

#include "plots/theme.h"
#include "window/memory.h"

namespace threadscape {

/// Light, dark or the system's; larger or smaller type. Dresses the application and tells when that changes.
class Appearance final : public QObject {
    Q_OBJECT

public:
    explicit Appearance(QObject* parent = nullptr);

    void set(Scheme scheme, int typeStep);
    /// The system's colours may be others now (QEvent::ThemeChange): looks, and dresses anew.
    void systemChanged();
    /// The application's palette is another (QEvent::ApplicationPaletteChange): if that was not us, it was the system.
    void paletteChanged();
    Scheme scheme() const { return m_scheme; }
    int typeStep() const { return m_typeStep; }
    const Theme& theme() const { return m_theme; }

    /// The choices as a menu of `window`, with their shortcuts working in it.
    QMenu* makeMenu(QWidget* window);

signals:
    void changed();

private:
    void dress();

    Scheme m_scheme = Scheme::system;
    int m_typeStep = 0;
    Theme m_theme;
};

} // namespace threadscape
