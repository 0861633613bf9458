#include "os/core_times.h"

#include <array>
#include <fstream>
#include <sstream>
#include <string>
#include <string_view>
#include <unistd.h>

namespace threadscape {

std::map<int, CoreTimes> readCoreTimes()
{
    constexpr std::string_view kCore = "cpu";
    constexpr std::size_t kIdle = 3;
    constexpr std::size_t kWaitsForDisk = 4; // idle too, while a thread waits for a disk
    constexpr std::size_t kStolen = 7;
    const std::int64_t nsPerTick = 1'000'000'000 / ::sysconf(_SC_CLK_TCK);
    std::map<int, CoreTimes> all;
    std::ifstream file("/proc/stat");
    for (std::string line; std::getline(file, line) && line.starts_with(kCore);) {
        std::istringstream words(line.substr(kCore.size()));
        int number = 0;
        std::array<std::int64_t, kStolen + 1> ticks{};
        if (line[kCore.size()] == ' ' || !(words >> number))
            continue; // the sum of all
        for (std::int64_t& count : ticks)
            words >> count;
        if (words)
            all[number] = {(ticks[kIdle] + ticks[kWaitsForDisk]) * nsPerTick, ticks[kStolen] * nsPerTick};
    }
    return all;
}

} // namespace threadscape
