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
    /// The system's colours may be others now: looks, and dresses anew where they count. Called by whoever hears of it
    /// (QEvent::ThemeChange, QEvent::ApplicationPaletteChange); what comes of our own dressing is not heard.
    void systemChanged();
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
