#include "window/shell/app_state_store.h"

#include <QDir>
#include <QWidget>

namespace threadscape {

namespace {

constexpr int kSoonMs = 500;
constexpr const char* kFirstExperiment = "bank";

} // namespace

AppStateStore::AppStateStore(std::optional<AppStateFile> file, Setup& setup, Appearance& appearance,
                             QWidget& window)
    : m_file(std::move(file)), m_setup(setup), m_appearance(appearance), m_window(window)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(kSoonMs);
    connect(&m_soon, &QTimer::timeout, this, &AppStateStore::save);
}

void AppStateStore::restore()
{
    if (m_file)
        m_state = m_file->load();
    m_appearance.set(m_state.scheme, m_state.typeStep);
    if (m_file)
        m_appearance.setLanguage(m_state.language);
    if (!m_state.geometry.isEmpty())
        m_window.restoreGeometry(m_state.geometry);
    m_setup.choose(m_state.experiment, m_state.setups[m_state.experiment]);
    if (!m_setup.hasExperiment())
        m_setup.choose(kFirstExperiment);
    if (m_file && !m_file->setAside().isEmpty())
        emit troubled([aside = QDir::toNativeSeparators(m_file->setAside())] {
            return tr("The file of your settings was damaged, and they are as at first. It was put aside as "
                      "%1, if you want to mend it.")
                .arg(aside);
        });
}

void AppStateStore::scheduleSave()
{
    takeSetup();
    m_soon.start();
}

// A trace that was recorded elsewhere is not saved as the experiment: the last one stays.
void AppStateStore::takeSetup()
{
    if (!m_setup.canRun())
        return;
    m_state.experiment = m_setup.experiment().id();
    m_state.setups[m_state.experiment] = m_setup.saved();
}

void AppStateStore::save()
{
    m_soon.stop();
    takeSetup();
    m_state.scheme = m_appearance.scheme();
    m_state.typeStep = m_appearance.typeStep();
    m_state.language = m_appearance.language();
    m_state.geometry = m_window.saveGeometry();
    if (!m_file)
        return;
    const auto saved = m_file->save(m_state);
    const bool savedBefore = std::exchange(m_saved, saved.has_value());
    if (!saved)
        emit troubled([path = QDir::toNativeSeparators(m_file->path()), why = saved.error()] {
            return tr("Your settings cannot be kept for the next time: %1 cannot be written (%2). Make room "
                      "there, or make it writable.")
                .arg(path, why);
        });
    else if (!savedBefore)
        emit troubled({});
}

} // namespace threadscape
