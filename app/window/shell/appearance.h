#pragma once

#include <QMenu>
#include <QObject>

#include "plots/style/theme.h"
#include "window/shell/app_state.h"

namespace threadscape {

/// Colour scheme (light, dark or the system's), type size and language. Applies them to the application and signals
/// changes.
class Appearance final : public QObject {
    Q_OBJECT

public:
    explicit Appearance(QObject* parent = nullptr);

    void set(Scheme scheme, int typeStep);
    void setLanguage(Language language);
    /// The system's colours may have changed (QEvent::ThemeChange): reapplies the theme.
    void systemChanged();
    /// The application's palette has changed (QEvent::ApplicationPaletteChange): if not by us, by the system.
    void paletteChanged();
    Scheme scheme() const { return m_scheme; }
    int typeStep() const { return m_typeStep; }
    /// The chosen one; spokenLanguage() resolves Language::system.
    Language language() const { return m_language; }
    const Theme& theme() const { return m_theme; }

    /// The choices as a menu of `window`, with shortcuts active in it.
    QMenu* makeMenu(QWidget* window);
    /// Sets the menu's texts in the current language.
    void retranslate();

signals:
    void changed();

private:
    void dress();
    void addSchemes(QMenu* menu);
    void addTypes(QMenu* menu, QWidget* window);
    void addLanguages(QMenu* menu, QWidget* window);

    Scheme m_scheme = Scheme::system;
    int m_typeStep = 0;
    Language m_language = spokenLanguage();
    QList<QAction*> m_schemes;   ///< in the order of the enumeration
    QList<QAction*> m_types;     ///< larger, smaller, usual
    QList<QAction*> m_languages; ///< in the order of the enumeration
    Theme m_theme;
};

} // namespace threadscape
