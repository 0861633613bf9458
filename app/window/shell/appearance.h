#pragma once

#include <QMenu>
#include <QObject>

#include "plots/style/theme.h"
#include "window/shell/app_state.h"

namespace threadscape {

/// Light, dark or the system's; larger or smaller type; the language. Dresses the application and tells when that changes.
class Appearance final : public QObject {
    Q_OBJECT

public:
    explicit Appearance(QObject* parent = nullptr);

    void set(Scheme scheme, int typeStep);
    void setLanguage(Language language);
    /// The system's colours may be others now (QEvent::ThemeChange): looks, and dresses anew.
    void systemChanged();
    /// The application's palette is another (QEvent::ApplicationPaletteChange): if that was not us, it was the system.
    void paletteChanged();
    Scheme scheme() const { return m_scheme; }
    int typeStep() const { return m_typeStep; }
    /// What was chosen; of the system's, spokenLanguage() knows which it is.
    Language language() const { return m_language; }
    const Theme& theme() const { return m_theme; }

    /// The choices as a menu of `window`, with their shortcuts working in it.
    QMenu* makeMenu(QWidget* window);
    /// Those of the menu, in the language that is spoken now.
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
