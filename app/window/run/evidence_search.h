#pragma once

#include <QObject>

#include "base/mutex.h"
#include "lab/findings.h"
#include "view/lanes/evidence.h"

#include <functional>
#include <list>
#include <map>
#include <memory>
#include <optional>
#include <thread>
#include <vector>

namespace threadscape {

/// Searches for the evidence of an answer's numbers, on its own thread: a long run takes a while. Threads: the GUI
/// thread. The destructor joins the searches.
class EvidenceSearch final : public QObject {
    Q_OBJECT

public:
    using Finder = std::function<std::optional<EvidencePlace>(Evidence)>;

    using QObject::QObject;

    /// Starts a new search, and discards earlier results and searches. found() follows. `find` is called on another
    /// thread.
    void start(const Text& answer, const Findings& findings, Finder find);
    void forget();

    /// Blocks until the current search is done; found() is emitted before this returns. For non-interactive figures.
    void wait();

    std::vector<EvidencePlace> places() const;
    /// Where that finding can be seen; nullopt if nowhere, or not found yet.
    std::optional<EvidencePlace> placeOf(const Findings& findings, const QString& finding) const;

signals:
    void found();

private:
    // Shared by the two threads. (Not QThreadPool: Qt is not instrumented for the thread sanitizer.)
    struct Work {
        Mutex mutex;
        bool done TS_GUARDED_BY(mutex) = false;
        std::map<Evidence, EvidencePlace> places TS_GUARDED_BY(mutex);
    };
    struct Search {
        std::shared_ptr<Work> work;
        std::jthread thread;
    };

    Q_INVOKABLE void take();

    std::map<Evidence, EvidencePlace> m_places;
    std::shared_ptr<Work> m_awaited; // null: none
    std::list<Search> m_searches;    // last: its threads are joined before the other members are destroyed
};

} // namespace threadscape
