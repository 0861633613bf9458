#pragma once

#include "lab/thread_time.h"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace threadscape {

/// The system's figures for several threads, summed and compared. Threads: a value type.
class ThreadTimes {
public:
    ThreadTimes() = default;
    explicit ThreadTimes(std::vector<ThreadTime> all) : m_all(std::move(all)) {}

    std::int64_t count() const noexcept { return static_cast<std::int64_t>(m_all.size()); }
    std::int64_t total(std::int64_t ThreadTime::*part) const noexcept;
    /// nullopt: not available for any of them.
    std::optional<std::int64_t> total(std::optional<std::int64_t> ThreadTime::*part) const noexcept;
    /// `part` divided by their lifetimes; 0 before the first has begun.
    double share(std::int64_t ThreadTime::*part) const noexcept;
    /// The first with the greatest value; an empty one when there is none.
    ThreadTime greatest(std::int64_t ThreadTime::*part) const;

private:
    std::vector<ThreadTime> m_all;
};

} // namespace threadscape
