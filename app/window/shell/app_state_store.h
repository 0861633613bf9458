#pragma once

#include <QTimer>

#include "text/language_change.h"
#include "window/shell/app_state.h"
#include "window/shell/appearance.h"

namespace threadscape {

/// Restores the window's state from the last time, and saves the current one. Without a file it starts with the default
/// and saves nothing.
class AppStateStore final : public QObject {
    Q_OBJECT

public:
    /// All outlive this.
    AppStateStore(std::optional<AppStateFile> file, Setup& setup, Appearance& appearance, QWidget& window);

    /// Reads the file and restores the setup, the appearance and the window's geometry.
    void restore();
    /// Saves half a second after the last such call: a dragged value is written once.
    void scheduleSave();
    void save();
    /// The saved setup of that experiment.
    SavedSetup setupOf(const std::string& experiment) { return m_state.setups[experiment]; }

signals:
    /// The file could not be read or written: the sentence of why; null: it can again.
    void troubled(const threadscape::Words& sentence);

private:
    void takeSetup();

    std::optional<AppStateFile> m_file;
    AppState m_state;
    Setup& m_setup;
    Appearance& m_appearance;
    QWidget& m_window;
    QTimer m_soon;
    bool m_saved = true; ///< the last save succeeded
};

} // namespace threadscape
