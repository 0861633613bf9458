#pragma once

#include "lab/findings.h"

#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace threadscape {

/// A list of names that a run found out, at once. Threads: any.
class Names {
public:
    void set(std::vector<std::string> names)
    {
        const std::lock_guard guard(m_mutex);
        m_names = std::move(names);
    }
    /// As a finding's value: null as long as nothing was found.
    FindingValue value() const
    {
        const std::lock_guard guard(m_mutex);
        return m_names ? FindingValue(*m_names) : FindingValue();
    }

private:
    mutable std::mutex m_mutex;
    std::optional<std::vector<std::string>> m_names;
};

} // namespace threadscape
