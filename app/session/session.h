#pragma once

#include <QObject>
#include <QTimer>

#include "lab/run/live_run.h"

#include <memory>
#include <optional>

namespace threadscape {

/// The only bridge between the window and the engine: forwards commands, and signals changes at frame rate. While a
/// measuring experiment runs it does not use the cores: it signals changes only when the run pauses for that. Retains a
/// finished run until the next one starts. Never blocks on a run's threads, except in the destructor.
/// Threads: the GUI thread.
class Session final : public QObject {
    Q_OBJECT

public:
    explicit Session(QObject* parent = nullptr);
    /// Stops the run and joins its threads.
    ~Session() override;

    /// Starts a run, or returns what is wrong with the request. An active run is stopped first, and the new one starts
    /// when the old one has ended; a failure then is reported by refused().
    tl::expected<void, Error> start(const RunRequest& request);
    /// Shows a finished run: started() and the signals of an end are emitted before this returns. An active run is
    /// stopped.
    void show(std::shared_ptr<const Run> run);
    /// Asks the run to end; finished() follows. No-op when none is active.
    void stop(Outcome reason = Outcome::stopped);
    /// Changes a live setting of the active run.
    tl::expected<void, Error> change(const std::string& name, const SettingValue& value);
    void setSpeed(double speed);

    /// A run is active, or ending after stop().
    bool running() const { return m_live != nullptr; }
    bool stopping() const { return m_live != nullptr && m_stopping; }
    /// The active run, or the last one; null: there was none.
    const std::shared_ptr<const Run>& run() const { return m_run; }

signals:
    void started();
    /// About 60 times a second while a run is active, of a measuring experiment only when it pauses for that; and once
    /// more when it has ended.
    void frame();
    /// Answer and findings have changed. Four times a second, of a measuring experiment after each frame.
    void resultChanged();
    /// After the last frame() and resultChanged().
    void finished();
    /// A start that had waited for an older run failed.
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
    std::shared_ptr<LiveRun> m_live; // the same while it is active; else null
    std::optional<RunRequest> m_next;
    bool m_stopping = false;
};

} // namespace threadscape
