#pragma once

#include "base/mutex.h"
#include "base/scoped_lock.h"
#include "lab/reported.h"

#include <optional>

namespace threadscape {

/// A value that one thread sets and others read concurrently; nullopt at first. Threads: any.
template <typename T>
class PublishedValue {
public:
    void set(T value)
    {
        const ScopedLock guard(m_mutex);
        m_value = std::move(value);
    }
    std::optional<T> value() const
    {
        const ScopedLock guard(m_mutex);
        return m_value;
    }
    /// What `make` makes of it; nullopt while there is none.
    template <typename Make>
    auto map(Make&& make) const
    {
        const std::optional<T> now = value();
        return now ? std::optional(make(*now)) : std::nullopt;
    }

private:
    mutable Mutex m_mutex;
    std::optional<T> m_value TS_GUARDED_BY(m_mutex);
};

/// A PublishedValue that is a finding: `Known<Text> error{this, "error", TS_TEXT("locks", "Error")};` Threads: any.
template <typename T>
class Known final : public ReportedAs<T>, public PublishedValue<T> {
public:
    Known(Experiment* owner, const char* name, Template label, FindingTraits traits = {})
        : ReportedAs<T>(owner, name, label, std::move(traits))
    {
    }
    FindingValue reportedValue() const override { return this->valueOf(this->value()); }
};

} // namespace threadscape
