#include "os/free_memory.h"

#include <algorithm>
#include <fstream>
#include <limits>
#include <optional>
#include <string>

namespace threadscape {

namespace {

constexpr std::uint64_t kUnknown = std::numeric_limits<std::uint64_t>::max();

// "MemAvailable:   12345 kB" in /proc/meminfo.
std::uint64_t availableOnMachine()
{
    constexpr std::uint64_t kKilobyte = 1024;
    std::ifstream file("/proc/meminfo");
    std::string name;
    std::uint64_t kilobytes = 0;
    std::string unit;
    while (file >> name >> kilobytes) {
        if (name == "MemAvailable:")
            return kilobytes * kKilobyte;
        std::getline(file, unit);
    }
    return kUnknown;
}

// A limit may be the word "max".
std::optional<std::uint64_t> numberIn(const std::string& path)
{
    std::ifstream file(path);
    std::uint64_t number = 0;
    return file >> number ? std::optional(number) : std::nullopt;
}

// Version 2 of control groups, as seen from within a container.
std::uint64_t leftToGroup()
{
    const std::string folder = "/sys/fs/cgroup/";
    const auto most = numberIn(folder + "memory.max");
    const auto used = numberIn(folder + "memory.current");
    if (!most || !used)
        return kUnknown;
    return *most - std::min(*most, *used);
}

} // namespace

std::uint64_t freeMemory()
{
    return std::min(availableOnMachine(), leftToGroup());
}

} // namespace threadscape
