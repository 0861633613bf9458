#pragma once

#include "base/mutex.h"
#include "base/scoped_lock.h"
#include "lab/findings.h"

#include <utility>

namespace threadscape {

/// A sentence that one thread sets and others read concurrently, such as the error that a run exists to show; empty at first.
/// Threads: any.
class Remark {
public:
    void set(Text text)
    {
        const ScopedLock guard(m_mutex);
        m_text = std::move(text);
    }
    Text text() const
    {
        const ScopedLock guard(m_mutex);
        return m_text;
    }
    /// As a finding's value: null while it is empty.
    FindingValue value() const
    {
        Text now = text();
        return now.empty() ? FindingValue() : FindingValue(std::move(now));
    }

private:
    mutable Mutex m_mutex;
    Text m_text TS_GUARDED_BY(m_mutex);
};

} // namespace threadscape
