#pragma once

#include "trace/text.h"

#include <mutex>
#include <utility>

namespace threadscape {

/// A sentence that one thread notes and others read meanwhile; empty at first. Threads: any.
class Remark {
public:
    void set(Text text)
    {
        const std::lock_guard guard(m_mutex);
        m_text = std::move(text);
    }
    Text text() const
    {
        const std::lock_guard guard(m_mutex);
        return m_text;
    }

private:
    mutable std::mutex m_mutex;
    Text m_text;
};

} // namespace threadscape
