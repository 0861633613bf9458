#pragma once

#include "text/language.h"
#include "window/settings/setup.h"

#include <QByteArray>
#include <QString>
#include <tl/expected.hpp>

namespace threadscape {

enum class Scheme { light, dark, system };

/// What the window remembers from one start of the program to the next.
struct AppState {
    std::string experiment;
    std::map<std::string, SavedSetup> setups; ///< by experiment
    Scheme scheme = Scheme::system;
    int typeStep = 0; ///< larger or smaller type, in steps
    Language language = Language::system;
    QByteArray geometry;
};

/// The versioned JSON file of an AppState.
class AppStateFile {
public:
    /// In the user's folder for settings.
    static QString usualPath();

    explicit AppStateFile(QString path) : m_path(std::move(path)) {}

    /// What was kept; nothing where there is no file. A file that cannot be understood is renamed, not overwritten.
    AppState load();
    /// Writes it whole or not at all. Errors: the system's reason.
    tl::expected<void, QString> save(const AppState& state) const;

    const QString& path() const { return m_path; }

    /// Where a damaged file was put, when load() found one.
    const QString& setAside() const { return m_setAside; }

private:
    QString m_path;
    QString m_setAside;
};

} // namespace threadscape
