#include "exec/parallel_for.h"

#include "base/text.h"
#include "sync/shared.h"

#include <algorithm>

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
    Shared<std::int64_t> next(team.runtime(), Shared<std::int64_t>::Silent{}, TS_NAME("name", "Next item"),
                              0);
    return team.run(jobs, [&](std::size_t k) {
        for (std::int64_t first = next.fetchAdd(batch); first < items; first = next.fetchAdd(batch))
            body(k, first, std::min(first + batch, items));
    });
}

} // namespace threadscape
