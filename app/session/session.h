#pragma once

#include <QObject>
#include <QTimer>

#include "lab/run/live_run.h"

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
    /// Shows a run that is over: started(), and what follows an end, are told before this returns. One that goes on ends.
    void show(std::shared_ptr<const Run> run);
    /// Asks the run to end; finished() follows. Nothing when none runs.
    void stop(Outcome reason = Outcome::stopped);
    /// Moves a live setting of the run that goes on.
    tl::expected<void, Error> change(const std::string& name, const SettingValue& value);
    void setSpeed(double speed);

    /// A run goes on, or is coming to its end after stop().
    bool running() const { return m_live != nullptr; }
    bool stopping() const { return m_live != nullptr && m_stopping; }
    /// The run that goes on, or the last one; null: there was none.
    const std::shared_ptr<const Run>& run() const { return m_run; }

signals:
    void started();
    /// About 60 times a second while a run goes on, of an experiment that measures only when it pauses for that; and once
    /// more when it has ended.
    void frame();
    /// Four times a second, of an experiment that measures after each frame: answer and findings are new.
    void resultChanged();
    /// After the last frame() and resultChanged().
    void finished();
    /// A start that had to wait for an older run failed.
    void refused(const threadscape::Error& error);

private:
    tl::expected<void, Error> launch(const RunRequest& request);
    void halt(Outcome reason);
    void look();
    void lookInPause();
    void releaseRun();
    void emitEnd();

    QTimer m_frames;
    QTimer m_tells;
    std::shared_ptr<const Run> m_run;
    std::shared_ptr<LiveRun> m_live; // the same while it goes on; else null
    std::optional<RunRequest> m_next;
    bool m_stopping = false;
};

} // namespace threadscape
