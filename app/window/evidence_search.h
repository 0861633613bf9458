#pragma once

#include <QObject>

#include "lab/findings.h"
#include "view/evidence.h"

#include <functional>
#include <map>
#include <optional>
#include <vector>

namespace threadscape {

/// Looks for the places that an answer's numbers rest on, on a thread of the pool: a long run takes a while.
/// Threads: the GUI thread.
class EvidenceSearch final : public QObject {
    Q_OBJECT

public:
    using Finder = std::function<std::optional<EvidencePlace>(Evidence)>;

    using QObject::QObject;

    /// Begins anew; what was found, or is still looked for, is forgotten. found() follows. `find` is called on another
    /// thread.
    void start(const Text& answer, const Findings& findings, Finder find);
    void forget();

    std::vector<EvidencePlace> places() const;
    /// Where that finding can be seen; nothing when it cannot, or was not found yet.
    std::optional<EvidencePlace> placeOf(const Findings& findings, const QString& finding) const;

signals:
    void found();

private:
    int m_search = 0; // the latest one's number
    std::map<Evidence, EvidencePlace> m_places;
};

} // namespace threadscape
