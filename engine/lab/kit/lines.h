#pragma once

#include "base/mutex.h"
#include "base/scoped_lock.h"
#include "lab/reported.h"

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace threadscape {

/// A finding of several lines that many threads add, each with its index, reported in the order of the indices: `Lines
/// titles{this, "titles", TS_TEXT("titles", "Titles")};`
/// Threads: any.
class Lines final : public ReportedAs<std::vector<std::string>> {
public:
    Lines(Experiment* owner, const char* name, Template label, FindingTraits traits = {})
        : ReportedAs(owner, name, label, std::move(traits))
    {
    }
    void set(std::size_t place, std::string line)
    {
        const ScopedLock guard(m_mutex);
        m_lines[place] = std::move(line);
    }
    std::int64_t count() const
    {
        const ScopedLock guard(m_mutex);
        return static_cast<std::int64_t>(m_lines.size());
    }
    FindingValue reportedValue() const override
    {
        const ScopedLock guard(m_mutex);
        std::vector<std::string> all;
        for (const auto& [place, line] : m_lines)
            all.push_back(line);
        return all;
    }

private:
    mutable Mutex m_mutex;
    std::map<std::size_t, std::string> m_lines TS_GUARDED_BY(m_mutex);
};

} // namespace threadscape
