#include "os/cpu_time.h"

#include <cstring>
#include <ctime>
#include <fstream>
#include <pthread.h>
#include <string>
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

std::int64_t processCpuNsOf(std::int32_t osId)
{
    std::int64_t ranNs = 0;
    return std::ifstream("/proc/" + std::to_string(osId) + "/schedstat") >> ranNs ? ranNs : -1;
}

ThreadSchedule threadSchedule()
{
    ThreadSchedule schedule;
    rusage usage{};
    if (getrusage(RUSAGE_THREAD, &usage) == 0) {
        schedule.switchesForced = usage.ru_nivcsw;
        schedule.switchesVoluntary = usage.ru_nvcsw;
    }
    std::int64_t ranNs = 0;
    if (!(std::ifstream("/proc/thread-self/schedstat") >> ranNs >> schedule.readyNs))
        schedule.readyNs = -1;
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
