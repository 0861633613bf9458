#include "os/other_load.h"

#include "os/clock.h"
#include "os/cpu_time.h"
#include "os/machine.h"

#include <algorithm>
#include <sys/resource.h>

namespace threadscape {

namespace {

std::int64_t endedChildrenNs()
{
    rusage use{};
    getrusage(RUSAGE_CHILDREN, &use);
    const auto ns = [](const timeval& time) {
        return static_cast<std::int64_t>(time.tv_sec) * 1'000'000'000 + time.tv_usec * 1'000;
    };
    return ns(use.ru_utime) + ns(use.ru_stime);
}

} // namespace

OtherLoad::OtherLoad() : m_before(now()) {}

OtherLoad::Moment OtherLoad::now()
{
    Moment moment{
        .atNs = monotonicNs(), .ownNs = processCpu().totalNs() + endedChildrenNs(), .cores = readCoreTimes()};
    const std::vector<int> usable = usableCores();
    std::erase_if(moment.cores,
                  [&](const auto& core) { return std::ranges::find(usable, core.first) == usable.end(); });
    return moment;
}

std::optional<double> OtherLoad::share()
{
    constexpr std::int64_t kLeastNs = 100'000'000;
    Moment moment = now();
    const std::int64_t passedNs = moment.atNs - m_before.atNs;
    if (passedNs < kLeastNs || moment.cores.empty() || moment.cores.size() != m_before.cores.size())
        return std::nullopt;
    std::int64_t busyNs = 0;
    for (const auto& [core, times] : moment.cores)
        busyNs += passedNs - (times.idleNs - m_before.cores[core].idleNs);
    const std::int64_t allNs = passedNs * static_cast<std::int64_t>(moment.cores.size());
    const std::int64_t othersNs = busyNs - (moment.ownNs - m_before.ownNs);
    m_before = std::move(moment);
    return std::clamp(static_cast<double>(othersNs) / static_cast<double>(allNs), 0.0, 1.0);
}

} // namespace threadscape
