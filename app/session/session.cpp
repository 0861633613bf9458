#include "session/session.h"

#include <chrono>

namespace threadscape {

using namespace std::chrono_literals;

Session::Session(QObject* parent) : QObject(parent)
{
    m_tells.setInterval(250ms);
    connect(&m_frames, &QTimer::timeout, this, &Session::look);
    connect(&m_tells, &QTimer::timeout, this, &Session::resultChanged);
}

Session::~Session()
{
    if (!m_live)
        return;
    m_live->setWatcher({});
    m_live->stop();
}

tl::expected<void, Error> Session::start(const RunRequest& request)
{
    if (!m_live)
        return launch(request);
    if (auto checked = configure(request); !checked)
        return tl::unexpected(checked.error());
    m_next = request;
    halt(Outcome::stopped);
    return {};
}

tl::expected<void, Error> Session::launch(const RunRequest& request)
{
    RunRequest shown = request;
    shown.behindOthers = true;
    auto run = LiveRun::start(shown);
    if (!run)
        return tl::unexpected(run.error());
    m_live = std::move(*run);
    m_stopping = false;
    const bool onlyInPauses = m_live->experiment().measures();
    m_frames.setTimerType(onlyInPauses ? Qt::CoarseTimer : Qt::PreciseTimer);
    m_frames.start(onlyInPauses ? 250ms : 16ms);
    if (onlyInPauses)
        m_live->setWatcher(
            [this] { QMetaObject::invokeMethod(this, &Session::lookInPause, Qt::QueuedConnection); });
    else
        m_tells.start();
    // The views of the old run release it on started(); it has finished, so its destructor does not block.
    const std::shared_ptr<const Run> old = std::exchange(m_run, m_live);
    emit started();
    return {};
}

void Session::show(std::shared_ptr<const Run> run)
{
    releaseRun();
    m_next.reset();
    const std::shared_ptr<const Run> old = std::exchange(m_run, std::move(run)); // as in launch()
    emit started();
    emitEnd();
}

void Session::stop(Outcome reason)
{
    m_next.reset();
    halt(reason);
}

void Session::halt(Outcome reason)
{
    if (!m_live || m_stopping)
        return;
    m_stopping = true;
    m_live->stop(reason);
}

tl::expected<void, Error> Session::change(const std::string& name, const SettingValue& value)
{
    if (!m_live)
        return {};
    return m_live->change(name, value);
}

void Session::setSpeed(double speed)
{
    if (m_live)
        m_live->setSpeed(speed);
}

void Session::look()
{
    if (!m_live->finished()) {
        if (!m_live->experiment().measures())
            emit frame();
        return;
    }
    releaseRun();
    emitEnd();
    if (const auto next = std::exchange(m_next, std::nullopt)) {
        if (const auto launched = launch(*next); !launched)
            emit refused(launched.error());
    }
}

// No run is active any more.
void Session::releaseRun()
{
    m_frames.stop();
    m_tells.stop();
    m_live.reset();
}

void Session::emitEnd()
{
    emit frame();
    emit resultChanged();
    emit finished();
}

// The run waits until what is drawn now is on the screen: a paint event precedes a timer of 0 ms.
void Session::lookInPause()
{
    if (!m_live)
        return;
    emit frame();
    emit resultChanged();
    QTimer::singleShot(0, this, [run = m_live] { run->watcherHasDrawn(); });
}

} // namespace threadscape
