#include "lab/kit/thread_times.h"

#include <algorithm>

namespace threadscape {

std::int64_t ThreadTimes::total(std::int64_t ThreadTime::*part) const noexcept
{
    std::int64_t sum = 0;
    for (const ThreadTime& thread : m_all)
        sum += thread.*part;
    return sum;
}

std::optional<std::int64_t> ThreadTimes::total(std::optional<std::int64_t> ThreadTime::*part) const noexcept
{
    std::optional<std::int64_t> sum;
    for (const ThreadTime& thread : m_all)
        if (const std::optional<std::int64_t> own = thread.*part)
            sum = sum.value_or(0) + *own;
    return sum;
}

double ThreadTimes::share(std::int64_t ThreadTime::*part) const noexcept
{
    const std::int64_t life = total(&ThreadTime::lifeNs);
    return life > 0 ? static_cast<double>(total(part)) / static_cast<double>(life) : 0;
}

ThreadTime ThreadTimes::greatest(std::int64_t ThreadTime::*part) const
{
    const auto at = std::ranges::max_element(m_all, {}, part);
    return at == m_all.end() ? ThreadTime{} : *at;
}

} // namespace threadscape
