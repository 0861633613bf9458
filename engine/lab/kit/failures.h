#pragma once

#include "base/mutex.h"
#include "base/scoped_lock.h"
#include "lab/reported.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace threadscape {

/// A finding of what could not be done, by name and with the reason, in the order of the names:
/// `Failures failed{this, "failed", TS_TEXT("thumbnails", "Failed")};`
/// Threads: any.
class Failures final : public ReportedAs<std::vector<std::string>> {
public:
    Failures(Experiment* owner, const char* name, Template label, FindingTraits traits = {})
        : ReportedAs(owner, name, label, std::move(traits))
    {
    }
    void add(std::string name, Text reason)
    {
        const ScopedLock guard(m_mutex);
        m_all.emplace_back(std::move(name), std::move(reason));
        std::sort(m_all.begin(), m_all.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    }
    std::vector<std::pair<std::string, Text>> all() const
    {
        const ScopedLock guard(m_mutex);
        return m_all;
    }
    /// "broken.png: it is a broken PNG file".
    FindingValue reportedValue() const override
    {
        std::vector<std::string> lines;
        for (const auto& [name, reason] : all())
            lines.push_back(name + ": " + reason.english());
        return lines;
    }

private:
    mutable Mutex m_mutex;
    std::vector<std::pair<std::string, Text>> m_all TS_GUARDED_BY(m_mutex);
};

} // namespace threadscape
