#pragma once

#include "lab/findings.h"

#include <mutex>
#include <optional>

namespace threadscape {

/// Something in words that a run found out, such as the error that it exists to show. Threads: any.
class Remark {
public:
    void set(Text words)
    {
        const std::lock_guard guard(m_mutex);
        m_words = std::move(words);
    }
    /// As a finding's value: null as long as nothing was found.
    FindingValue value() const
    {
        const std::lock_guard guard(m_mutex);
        return m_words ? FindingValue(*m_words) : FindingValue();
    }

private:
    mutable std::mutex m_mutex;
    std::optional<Text> m_words;
};

} // namespace threadscape
