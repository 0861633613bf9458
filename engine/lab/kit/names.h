#pragma once

#include "base/mutex.h"
#include "base/scoped_lock.h"
#include "lab/findings.h"

#include <optional>
#include <string>
#include <vector>

namespace threadscape {

/// A list of names that a run found, set at once. Threads: any.
class Names {
public:
    void set(std::vector<std::string> names)
    {
        const ScopedLock guard(m_mutex);
        m_names = std::move(names);
    }
    /// As a finding's value: null until something was found.
    FindingValue value() const
    {
        const ScopedLock guard(m_mutex);
        return m_names ? FindingValue(*m_names) : FindingValue();
    }

private:
    mutable Mutex m_mutex;
    std::optional<std::vector<std::string>> m_names TS_GUARDED_BY(m_mutex);
};

} // namespace threadscape
