#pragma once

#include "base/text.h"

#include <algorithm>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

namespace threadscape {

/// What could not be done, by name and with the reason, in the order of the names. Threads: any.
class Failures {
public:
    void add(std::string name, Text reason)
    {
        const std::lock_guard guard(m_mutex);
        m_all.emplace_back(std::move(name), std::move(reason));
        std::sort(m_all.begin(), m_all.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    }
    std::vector<std::pair<std::string, Text>> all() const
    {
        const std::lock_guard guard(m_mutex);
        return m_all;
    }
    /// "broken.png: it is a broken PNG file", as a finding lists them.
    std::vector<std::string> list() const
    {
        std::vector<std::string> lines;
        for (const auto& [name, reason] : all())
            lines.push_back(name + ": " + reason.english());
        return lines;
    }

private:
    mutable std::mutex m_mutex;
    std::vector<std::pair<std::string, Text>> m_all;
};

} // namespace threadscape
