#include "os/descriptor_limit.h"

#include <algorithm>
#include <filesystem>
#include <limits>
#include <sys/resource.h>

namespace threadscape {

namespace {

std::int64_t openDescriptors()
{
    std::error_code gone;
    const std::filesystem::directory_iterator all("/proc/self/fd", gone);
    return std::distance(begin(all), end(all)) - 1; // not the one that lists them
}

std::int64_t asNumber(rlim_t limit)
{
    constexpr auto kMost = std::numeric_limits<std::int64_t>::max();
    return limit == RLIM_INFINITY || limit > static_cast<rlim_t>(kMost) ? kMost
                                                                        : static_cast<std::int64_t>(limit);
}

} // namespace

std::int64_t descriptorsToSpare()
{
    rlimit limit{};
    ::getrlimit(RLIMIT_NOFILE, &limit);
    return std::max<std::int64_t>(0, asNumber(limit.rlim_max) - openDescriptors());
}

bool makeRoomForDescriptors(std::int64_t more)
{
    rlimit limit{};
    ::getrlimit(RLIMIT_NOFILE, &limit);
    const std::int64_t needed = openDescriptors() + more;
    if (needed > asNumber(limit.rlim_max))
        return false;
    if (needed <= asNumber(limit.rlim_cur))
        return true;
    limit.rlim_cur = static_cast<rlim_t>(needed);
    return ::setrlimit(RLIMIT_NOFILE, &limit) == 0;
}

} // namespace threadscape
