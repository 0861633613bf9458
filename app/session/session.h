#pragma once

#include <QObject>
#include <QTimer>

#include "lab/run/recording.h"
#include "session/shown_run.h"

#include <memory>
#include <optional>

namespace threadscape {

/// The one bridge between the window and the engine: commands go in, and at frame rate it tells what is new.
/// While an experiment that measures goes on it leaves the cores alone: it then tells what is new only when the run pauses for that.
/// A finished run is kept until the next one starts. Never waits for a run's threads, except when it is destroyed.
/// Threads: the GUI thread.
class Session final : public QObject {
    Q_OBJECT

public:
    explicit Session(QObject* parent = nullptr);
    /// Stops what runs and waits for its threads.
    ~Session() override;

    /// Starts a run, or says what is wrong with the request. A run that still goes on is stopped first, and the new one
    /// starts when the old one has ended; what fails then is told by refused().
    tl::expected<void, Error> start(const RunRequest& request);
    /// Shows a run that somebody else started.
    void adopt(std::shared_ptr<Runner> runner);
    /// Asks the run to end; finished() follows. Nothing when none runs.
    void stop(Outcome reason = Outcome::stopped);
    /// Moves a live setting of the run that goes on.
    tl::expected<void, Error> change(const std::string& name, const SettingValue& value);
    void setSpeed(double speed);

    /// A run goes on, or is coming to its end after stop().
    bool running() const { return m_running; }
    bool stopping() const { return m_running && m_stopping; }
    /// There is a run, going on or finished: what follows is about it.
    bool hasRun() const { return m_runner != nullptr; }

    std::shared_ptr<const Trace> trace() const;
    /// The experiment that runs or ran, with its settings; keeps its run alive.
    std::shared_ptr<const Experiment> experiment() const;
    double plannedSeconds() const;
    std::int64_t elapsedNs() const;
    /// Of the machine that it runs or ran on; 0: not known.
    int cores() const;
    Outcome outcome() const;
    Findings findings() const;
    Text answer() const;
    /// What could go wrong, or stands still: a sentence each.
    std::vector<Text> warnings() const;
    RunResult result() const;
    /// The run as it is now. Only while hasRun().
    ShownRun shown() const;
    /// All of a run that has finished, for a file.
    Recording recording() const;

signals:
    void started();
    /// About 60 times a second while a run goes on, of an experiment that measures only when it pauses for that; and once
    /// more when it has ended.
    void frame();
    /// Four times a second, of an experiment that measures after each frame: answer and findings are new.
    void told();
    /// After the last frame() and told().
    void finished();
    /// A start that had to wait for an older run failed.
    void refused(const threadscape::Error& error);

private:
    tl::expected<void, Error> launch(const RunRequest& request);
    void halt(Outcome reason);
    void look();
    void lookInPause();

    QTimer m_frames;
    QTimer m_tells;
    std::shared_ptr<Runner> m_runner;
    std::optional<RunRequest> m_next;
    bool m_running = false;
    bool m_stopping = false;
    bool m_onlyInPauses = false;
};

} // namespace threadscape
