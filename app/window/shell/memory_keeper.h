#pragma once

#include <QTimer>

#include "text/every_language.h"
#include "window/shell/appearance.h"
#include "window/shell/memory.h"

namespace threadscape {

/// Brings back what the window was like the last time, and keeps what it is like now. Without a file it begins anew and
/// keeps nothing.
class MemoryKeeper final : public QObject {
    Q_OBJECT

public:
    /// All outlive this.
    MemoryKeeper(std::optional<MemoryFile> file, Setup& setup, Appearance& appearance, QWidget& window);

    /// Reads the file; the setup, the appearance and the window's place are as they were.
    void recall();
    /// Half a second after the last of such calls: what is moved by hand is written once.
    void keepSoon();
    void keep();
    /// How that experiment was set up when it was kept.
    SavedSetup setupOf(const std::string& experiment) { return m_memory.setups[experiment]; }

signals:
    /// Whether the file can be read and written: the sentence of what is wrong with it, or nothing any more.
    void troubled(const threadscape::Words& sentence);

private:
    void takeSetup();

    std::optional<MemoryFile> m_file;
    Memory m_memory;
    Setup& m_setup;
    Appearance& m_appearance;
    QWidget& m_window;
    QTimer m_soon;
    bool m_kept = true; ///< the last time
};

} // namespace threadscape
