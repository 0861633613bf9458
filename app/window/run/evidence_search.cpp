#include "window/run/evidence_search.h"

#include "base/scoped_lock.h"

namespace threadscape {

void EvidenceSearch::start(const Text& answer, const Findings& findings, Finder find)
{
    forget();
    const std::set<Evidence> wanted = evidenceOf(answer, findings);
    if (wanted.empty())
        return;
    m_searches.remove_if([](Search& search) {
        const ScopedLock guard(search.work->mutex);
        return search.work->done;
    });
    m_awaited = std::make_shared<Work>();
    m_searches.push_back({m_awaited, std::jthread([this, work = m_awaited, wanted, find = std::move(find)] {
                              std::map<Evidence, EvidencePlace> places;
                              for (const Evidence evidence : wanted)
                                  if (const auto place = find(evidence))
                                      places.emplace(evidence, *place);
                              {
                                  const ScopedLock guard(work->mutex);
                                  work->places = std::move(places);
                                  work->done = true;
                              }
                              QMetaObject::invokeMethod(this, "take", Qt::QueuedConnection);
                          })});
}

void EvidenceSearch::take()
{
    if (!m_awaited)
        return;
    {
        const ScopedLock guard(m_awaited->mutex);
        if (!m_awaited->done)
            return; // an older search's call
        m_places = m_awaited->places;
    }
    m_awaited.reset();
    emit found();
}

void EvidenceSearch::wait()
{
    m_searches.clear();
    take();
}

void EvidenceSearch::forget()
{
    m_awaited.reset();
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
