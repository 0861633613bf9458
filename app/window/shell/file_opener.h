#pragma once

#include <QObject>

#include "base/mutex.h"
#include "lab/run/open_run.h"

#include <list>
#include <memory>
#include <optional>
#include <thread>
#include <variant>

namespace threadscape {

/// Reads files of runs and of settings on a thread of its own: a long run takes seconds.
/// Threads: the GUI thread. Its destruction waits for what is being read, which is told to stop.
class FileOpener final : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    /// Begins to read; reading(), and then one of the other signals, follow. A file that is still being read is given up.
    void open(const QString& path);
    /// Gives up what is being read: nothing more is told of it.
    void cancel();
    bool busy() const { return m_awaited != nullptr; }
    /// Waits for the file that is being read; what it holds is told before this returns.
    void wait();

signals:
    void reading(const QString& path);
    void runOpened(const threadscape::OpenedRun& opened, const QString& path);
    void settingsOpened(const threadscape::RunRequest& request, const QString& path);
    /// The sentence of why nothing of it can be shown.
    void failed(const threadscape::Error& error);

private:
    using Contents = std::variant<OpenedRun, RunRequest, Error>;

    // What the two threads share. (Qt's own pool would do; but the thread sanitizer cannot see into it.)
    struct Work {
        Mutex mutex;
        std::optional<Contents> contents TS_GUARDED_BY(mutex);
    };
    struct Reading {
        std::shared_ptr<Work> work;
        std::jthread thread;
    };

    static Contents contentsOf(const std::filesystem::path& file, const std::stop_token& stop);
    void forgetDone();
    Q_INVOKABLE void take();

    QString m_path;
    std::shared_ptr<Work> m_awaited; // null: none
    std::list<Reading> m_readings;   // last: its threads end before the rest goes
};

} // namespace threadscape
