#pragma once

#include "text/language.h"
#include "window/settings/setup.h"

#include <QByteArray>
#include <QString>
#include <tl/expected.hpp>

namespace threadscape {

enum class Scheme { light, dark, system };

/// What the window saves between two starts of the program.
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

    /// The saved state; the default without a file. A file that cannot be parsed is renamed, not overwritten.
    AppState load();
    /// Atomic. Errors: the system's reason.
    tl::expected<void, QString> save(const AppState& state) const;

    const QString& path() const { return m_path; }

    /// Where load() moved a damaged file; empty: there was none.
    const QString& setAside() const { return m_setAside; }

private:
    QString m_path;
    QString m_setAside;
};

} // namespace threadscape
