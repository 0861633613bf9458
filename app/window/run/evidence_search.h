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

/// Looks for the places that an answer's numbers rest on, on a thread of its own: a long run takes a while.
/// Threads: the GUI thread. Its destruction waits for what is being looked at.
class EvidenceSearch final : public QObject {
    Q_OBJECT

public:
    using Finder = std::function<std::optional<EvidencePlace>(Evidence)>;

    using QObject::QObject;

    /// Begins anew; what was found, or is still looked for, is forgotten. found() follows. `find` is called on another
    /// thread.
    void start(const Text& answer, const Findings& findings, Finder find);
    void forget();

    /// Waits for the search that goes on; found() comes before it returns. For pictures without a reader.
    void wait();

    std::vector<EvidencePlace> places() const;
    /// Where that finding can be seen; nothing when it cannot, or was not found yet.
    std::optional<EvidencePlace> placeOf(const Findings& findings, const QString& finding) const;

signals:
    void found();

private:
    // What the two threads share. (Qt's own pool would do; but the thread sanitizer cannot see into it.)
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
    std::list<Search> m_searches;    // last: its threads end before the rest goes
};

} // namespace threadscape
