#include "window/shell/memory_keeper.h"

#include <QDir>
#include <QWidget>

namespace threadscape {

namespace {

constexpr int kSoonMs = 500;
constexpr const char* kFirstExperiment = "bank";

} // namespace

MemoryKeeper::MemoryKeeper(std::optional<MemoryFile> file, Setup& setup, Appearance& appearance,
                           QWidget& window)
    : m_file(std::move(file)), m_setup(setup), m_appearance(appearance), m_window(window)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(kSoonMs);
    connect(&m_soon, &QTimer::timeout, this, &MemoryKeeper::keep);
}

void MemoryKeeper::recall()
{
    if (m_file)
        m_memory = m_file->load();
    m_appearance.set(m_memory.scheme, m_memory.typeStep);
    if (m_file)
        m_appearance.setLanguage(m_memory.language);
    if (!m_memory.geometry.isEmpty())
        m_window.restoreGeometry(m_memory.geometry);
    m_setup.choose(m_memory.experiment, m_memory.setups[m_memory.experiment]);
    if (!m_setup.hasExperiment())
        m_setup.choose(kFirstExperiment);
    if (m_file && !m_file->setAside().isEmpty())
        emit troubled([aside = QDir::toNativeSeparators(m_file->setAside())] {
            return tr("The file of your settings was damaged, and they are as at first. It was put aside as "
                      "%1, if you want to mend it.")
                .arg(aside);
        });
}

void MemoryKeeper::keepSoon()
{
    takeSetup();
    m_soon.start();
}

// A trace that was recorded elsewhere is no experiment to begin with: the last one is.
void MemoryKeeper::takeSetup()
{
    if (!m_setup.canRun())
        return;
    m_memory.experiment = m_setup.experiment().id();
    m_memory.setups[m_memory.experiment] = m_setup.saved();
}

void MemoryKeeper::keep()
{
    m_soon.stop();
    takeSetup();
    m_memory.scheme = m_appearance.scheme();
    m_memory.typeStep = m_appearance.typeStep();
    m_memory.language = m_appearance.language();
    m_memory.geometry = m_window.saveGeometry();
    if (!m_file)
        return;
    const auto kept = m_file->save(m_memory);
    const bool keptBefore = std::exchange(m_kept, kept.has_value());
    if (!kept)
        emit troubled([path = QDir::toNativeSeparators(m_file->path()), why = kept.error()] {
            return tr("Your settings cannot be kept for the next time: %1 cannot be written (%2). Make room "
                      "there, or make it writable.")
                .arg(path, why);
        });
    else if (!keptBefore)
        emit troubled({});
}

} // namespace threadscape
