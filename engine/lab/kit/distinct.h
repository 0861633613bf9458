#pragma once

#include "base/mutex.h"
#include "base/scoped_lock.h"
#include "lab/reported.h"

#include <set>
#include <utility>

namespace threadscape {

/// A finding of how many different values there were: `Distinct<TrackId> threads{this, "threads", TS_TEXT(...)};`
/// Threads: any.
template <typename T>
class Distinct final : public ReportedAs<std::int64_t> {
public:
    Distinct(Experiment* owner, const char* name, Template label, FindingTraits traits = {})
        : ReportedAs(owner, name, label, std::move(traits))
    {
    }
    void add(const T& value)
    {
        const ScopedLock guard(m_mutex);
        m_seen.insert(value);
    }
    FindingValue reportedValue() const override
    {
        const ScopedLock guard(m_mutex);
        return static_cast<std::int64_t>(m_seen.size());
    }

private:
    mutable Mutex m_mutex;
    std::set<T> m_seen TS_GUARDED_BY(m_mutex);
};

} // namespace threadscape
