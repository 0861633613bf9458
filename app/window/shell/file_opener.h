#pragma once

#include <QObject>

#include "base/condition_variable.h"
#include "base/mutex.h"
#include "lab/run/open_run.h"

#include <list>
#include <memory>
#include <optional>
#include <thread>
#include <variant>

namespace threadscape {

/// Reads files of runs and of settings on its own thread: a long run takes seconds. Threads: the GUI thread. The
/// destructor requests a stop; a reading that does not end at once is left behind (see leftBehind).
class FileOpener final : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;
    ~FileOpener() override;

    /// A reading was left behind by a destroyed opener, and may still be running: leave the program by std::_Exit, since
    /// static objects must not be destroyed beside it. Threads: any.
    static bool leftBehind() noexcept;

    /// Starts reading; reading(), then one of the other signals, follows. Cancels a read in progress.
    void open(const QString& path);
    /// Cancels a read in progress: no further signal follows.
    void cancel();
    bool busy() const { return m_awaited != nullptr; }
    /// Blocks until the read in progress is done; its signal is emitted before this returns.
    void wait();

signals:
    void reading(const QString& path);
    void runOpened(const threadscape::OpenedRun& opened, const QString& path);
    void settingsOpened(const threadscape::RunRequest& request, const QString& path);
    /// The sentence of why it cannot be shown.
    void failed(const threadscape::Error& error);

private:
    using Contents = std::variant<OpenedRun, RunRequest, Error>;

    // Shared by the two threads. (Not QThreadPool: Qt is not instrumented for the thread sanitizer.)
    struct Work {
        Mutex mutex;
        ConditionVariable done;
        std::optional<Contents> contents TS_GUARDED_BY(mutex);
        bool leftBehind TS_GUARDED_BY(mutex) = false; ///< the opener is gone
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
    std::list<Reading> m_readings;   // last: its threads are joined before the other members are destroyed
};

} // namespace threadscape
