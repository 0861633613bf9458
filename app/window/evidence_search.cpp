#include "window/evidence_search.h"

#include <QCoreApplication>
#include <QPointer>
#include <QThreadPool>
#include <set>

namespace threadscape {

void EvidenceSearch::start(const Text& answer, const Findings& findings, Finder find)
{
    forget();
    std::set<Evidence> wanted;
    for (std::size_t i = 0; i < answer.args().size(); ++i)
        if (const Finding* finding = findings.find(answer.findingOf(i)))
            wanted.insert(finding->evidence);
    if (wanted.empty())
        return;
    QThreadPool::globalInstance()->start([search = QPointer<EvidenceSearch>(this), number = m_search,
                                          wanted = std::move(wanted), find = std::move(find)] {
        std::map<Evidence, EvidencePlace> places;
        for (const Evidence evidence : wanted)
            if (const auto place = find(evidence))
                places.emplace(evidence, *place);
        QMetaObject::invokeMethod(
            QCoreApplication::instance(),
            [search, number, places] {
                if (!search || search->m_search != number)
                    return;
                search->m_places = places;
                emit search->found();
            },
            Qt::QueuedConnection);
    });
}

void EvidenceSearch::forget()
{
    ++m_search;
    m_places.clear();
}

std::vector<EvidencePlace> EvidenceSearch::places() const
{
    std::vector<EvidencePlace> all;
    for (const auto& [evidence, place] : m_places)
        all.push_back(place);
    return all;
}

std::optional<EvidencePlace> EvidenceSearch::placeOf(const Findings& findings, const QString& finding) const
{
    const Finding* const known = findings.find(finding.toStdString());
    const auto place = known != nullptr ? m_places.find(known->evidence) : m_places.end();
    return place != m_places.end() ? std::optional(place->second) : std::nullopt;
}

} // namespace threadscape
