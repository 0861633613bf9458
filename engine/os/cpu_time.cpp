#include "os/cpu_time.h"

#include "os/descriptor.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstring>
#include <ctime>
#include <fcntl.h>
#include <pthread.h>
#include <string_view>
#include <sys/resource.h>
#include <unistd.h>

namespace threadscape {

std::int64_t threadCpuNs() noexcept
{
    timespec t{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
    return static_cast<std::int64_t>(t.tv_sec) * 1'000'000'000 + t.tv_nsec;
}

std::int64_t threadCpuNsOf(std::int32_t osId) noexcept
{
    // Linux's encoding of other threads' clock ids.
    constexpr unsigned kScheduled = 2;
    constexpr unsigned kOfThread = 4;
    timespec t{};
    if (clock_gettime(static_cast<clockid_t>((~static_cast<unsigned>(osId) << 3U) | kScheduled | kOfThread),
                      &t) != 0)
        return -1;
    return static_cast<std::int64_t>(t.tv_sec) * 1'000'000'000 + t.tv_nsec;
}

namespace {

/// The first two numbers of a schedstat file: ns that it ran, and that it was ready for a core. Without memory of the heap: a
/// thread's first and last steps must not fail.
struct SchedStat {
    std::int64_t ranNs = -1;
    std::int64_t readyNs = -1;

    static SchedStat of(const char* path) noexcept
    {
        SchedStat stat;
        const Descriptor file(::open(path, O_RDONLY | O_CLOEXEC));
        std::array<char, 64> text{};
        const ssize_t count = file ? ::read(file.get(), text.data(), text.size()) : 0;
        const char* const end = text.data() + std::max<ssize_t>(count, 0);
        const auto [space, failure] = std::from_chars(text.data(), end, stat.ranNs);
        if (failure == std::errc() && space != end)
            std::from_chars(space + 1, end, stat.readyNs);
        return stat;
    }
};

} // namespace

std::int64_t processCpuNsOf(std::int32_t osId) noexcept
{
    std::array<char, 32> path{"/proc/"};
    char* const number = path.data() + std::string_view(path.data()).size();
    char* const end = std::to_chars(number, path.data() + path.size(), osId).ptr;
    constexpr std::string_view kRest = "/schedstat";
    std::copy(kRest.begin(), kRest.end(), end);
    return SchedStat::of(path.data()).ranNs;
}

ThreadSchedule threadSchedule() noexcept
{
    ThreadSchedule schedule;
    rusage usage{};
    if (getrusage(RUSAGE_THREAD, &usage) == 0) {
        schedule.switchesForced = usage.ru_nivcsw;
        schedule.switchesVoluntary = usage.ru_nvcsw;
    }
    schedule.readyNs = SchedStat::of("/proc/thread-self/schedstat").readyNs;
    return schedule;
}

std::int32_t threadOsId() noexcept
{
    return static_cast<std::int32_t>(gettid());
}

namespace {

CpuUse cpuUseOf(__rusage_who who) noexcept
{
    rusage usage{};
    getrusage(who, &usage);
    const auto ns = [](const timeval& t) {
        return static_cast<std::int64_t>(t.tv_sec) * 1'000'000'000 +
               static_cast<std::int64_t>(t.tv_usec) * 1'000;
    };
    return {ns(usage.ru_utime), ns(usage.ru_stime)};
}

} // namespace

CpuUse processCpu() noexcept
{
    return cpuUseOf(RUSAGE_SELF);
}

CpuUse threadCpuUse() noexcept
{
    return cpuUseOf(RUSAGE_THREAD);
}

void standBehind(Behind others) noexcept
{
    // Shares of a core, not an order: two thirds, and a thirtieth, of the default weight. A window's thread that shares a core
    // with one reading thread and eight of the run gets more than half of it.
    const int nice = others == Behind::window ? 2 : 15;
    setpriority(PRIO_PROCESS, static_cast<id_t>(gettid()), nice);
}

void nameThread(const char* name) noexcept
{
    char cut[16] = {};
    std::strncpy(cut, name, sizeof(cut) - 1);
    pthread_setname_np(pthread_self(), cut);
}

} // namespace threadscape
