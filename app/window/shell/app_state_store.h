#pragma once

#include <QTimer>

#include "text/language_change.h"
#include "window/shell/app_state.h"
#include "window/shell/appearance.h"

namespace threadscape {

/// Brings back what the window was like the last time, and keeps what it is like now. Without a file it begins anew and
/// keeps nothing.
class AppStateStore final : public QObject {
    Q_OBJECT

public:
    /// All outlive this.
    AppStateStore(std::optional<AppStateFile> file, Setup& setup, Appearance& appearance, QWidget& window);

    /// Reads the file; the setup, the appearance and the window's place are as they were.
    void restore();
    /// Half a second after the last of such calls: what is moved by hand is written once.
    void scheduleSave();
    void save();
    /// How that experiment was set up when it was saved.
    SavedSetup setupOf(const std::string& experiment) { return m_state.setups[experiment]; }

signals:
    /// Whether the file can be read and written: the sentence of what is wrong with it, or nothing any more.
    void troubled(const threadscape::Words& sentence);

private:
    void takeSetup();

    std::optional<AppStateFile> m_file;
    AppState m_state;
    Setup& m_setup;
    Appearance& m_appearance;
    QWidget& m_window;
    QTimer m_soon;
    bool m_saved = true; ///< the last time
};

} // namespace threadscape
