#include "exec/parallel_for.h"

#include <algorithm>
#include <atomic>

namespace threadscape {

Lap parallelFor(Team& team, std::size_t jobs, std::int64_t items, LoopOptions options,
                const std::function<void(std::size_t, std::int64_t, std::int64_t)>& body)
{
    if (options.schedule == LoopSchedule::fixed) {
        const auto count = static_cast<std::int64_t>(jobs);
        return team.run(jobs, [&](std::size_t k) {
            const auto place = static_cast<std::int64_t>(k);
            body(k, place * items / count, (place + 1) * items / count);
        });
    }
    const std::int64_t batch = std::max<std::int64_t>(1, options.batch);
    std::atomic<std::int64_t> next{0};
    return team.run(jobs, [&](std::size_t k) {
        for (std::int64_t first = next.fetch_add(batch, std::memory_order_relaxed); first < items;
             first = next.fetch_add(batch, std::memory_order_relaxed))
            body(k, first, std::min(first + batch, items));
    });
}

} // namespace threadscape
