#include "session/session.h"

#include <chrono>

namespace threadscape {

using namespace std::chrono_literals;

Session::Session(QObject* parent) : QObject(parent)
{
    m_tells.setInterval(250ms);
    connect(&m_frames, &QTimer::timeout, this, &Session::look);
    connect(&m_tells, &QTimer::timeout, this, &Session::told);
}

Session::~Session()
{
    if (!m_runner)
        return;
    m_runner->setWatcher({});
    if (m_running)
        m_runner->stop();
}

tl::expected<void, Error> Session::start(const RunRequest& request)
{
    if (!m_running)
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
    auto runner = Runner::start(shown);
    if (!runner)
        return tl::unexpected(runner.error());
    adopt(std::move(*runner));
    return {};
}

void Session::adopt(std::shared_ptr<Runner> runner)
{
    // Whoever shows the old run lets go of it on started(); it has finished, so that its end takes no time.
    const std::shared_ptr<Runner> old = std::exchange(m_runner, std::move(runner));
    m_running = true;
    m_stopping = false;
    m_onlyInPauses = m_runner->experiment().measures();
    m_frames.setTimerType(m_onlyInPauses ? Qt::CoarseTimer : Qt::PreciseTimer);
    m_frames.start(m_onlyInPauses ? 250ms : 16ms);
    if (m_onlyInPauses)
        m_runner->setWatcher(
            [this] { QMetaObject::invokeMethod(this, &Session::lookInPause, Qt::QueuedConnection); });
    else
        m_tells.start();
    emit started();
    if (m_runner->finished())
        look(); // somebody else's, and over already
}

void Session::stop(Outcome reason)
{
    m_next.reset();
    halt(reason);
}

void Session::halt(Outcome reason)
{
    if (!m_running || m_stopping)
        return;
    m_stopping = true;
    m_runner->stop(reason);
}

tl::expected<void, Error> Session::change(const std::string& name, const SettingValue& value)
{
    if (!m_running)
        return {};
    return m_runner->change(name, value);
}

void Session::setSpeed(double speed)
{
    if (m_running)
        m_runner->setSpeed(speed);
}

void Session::look()
{
    const bool over = m_runner->finished();
    if (over) {
        m_running = false;
        m_stopping = false;
        m_frames.stop();
        m_tells.stop();
    }
    if (over || !m_onlyInPauses)
        emit frame();
    if (!over)
        return;
    emit told();
    emit finished();
    if (const auto next = std::exchange(m_next, std::nullopt)) {
        if (const auto launched = launch(*next); !launched)
            emit refused(launched.error());
    }
}

// The run waits until what is drawn now is on the screen: a paint event comes before a timer of 0 ms.
void Session::lookInPause()
{
    if (!m_running)
        return;
    emit frame();
    emit told();
    QTimer::singleShot(0, this, [runner = m_runner] { runner->looked(); });
}

std::shared_ptr<const Trace> Session::trace() const
{
    return m_runner ? m_runner->trace() : nullptr;
}

std::shared_ptr<const Experiment> Session::experiment() const
{
    return m_runner ? std::shared_ptr<const Experiment>(m_runner, &m_runner->experiment()) : nullptr;
}

double Session::plannedSeconds() const
{
    return m_runner ? m_runner->plannedSeconds() : 0;
}

std::int64_t Session::elapsedNs() const
{
    return m_runner ? m_runner->elapsedNs() : 0;
}

int Session::cores() const
{
    // A run from a file may come from another machine.
    static const int here = readMachine().cores;
    return m_running ? here : result().machine.cores;
}

Outcome Session::outcome() const
{
    return m_runner ? m_runner->outcome() : Outcome::running;
}

Findings Session::findings() const
{
    return m_runner ? m_runner->findings() : Findings();
}

Text Session::answer() const
{
    return m_runner ? m_runner->answer() : Text();
}

std::vector<Text> Session::warnings() const
{
    return m_runner ? m_runner->warnings() : std::vector<Text>();
}

ShownRun Session::shown() const
{
    return {trace(), experiment(), plannedSeconds(), cores(), result()};
}

Recording Session::recording() const
{
    return m_runner ? recordingOf(*m_runner) : Recording();
}

RunResult Session::result() const
{
    return m_runner ? m_runner->result() : RunResult();
}

} // namespace threadscape
