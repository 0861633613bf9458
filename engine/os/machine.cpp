#include "os/machine.h"

#include <fstream>
#include <sched.h>
#include <sys/utsname.h>

namespace threadscape {

namespace {

std::string valueAfter(const char* file, const std::string& key, char separator)
{
    std::ifstream in(file);
    std::string line;
    while (std::getline(in, line)) {
        if (!line.starts_with(key))
            continue;
        const auto at = line.find(separator);
        if (at == std::string::npos)
            continue;
        auto value = line.substr(at + 1);
        const auto first = value.find_first_not_of(" \t\"");
        const auto last = value.find_last_not_of(" \t\"");
        return first == std::string::npos ? std::string() : value.substr(first, last - first + 1);
    }
    return {};
}

} // namespace

Machine readMachine()
{
    Machine machine;
    machine.cpu = valueAfter("/proc/cpuinfo", "model name", ':');
    machine.cores = static_cast<int>(usableCores().size());
    machine.os = valueAfter("/etc/os-release", "PRETTY_NAME", '=');
    if (machine.os.empty()) {
        utsname name{};
        if (uname(&name) == 0)
            machine.os = std::string(name.sysname) + " " + name.release;
    }
    return machine;
}

std::vector<int> usableCores()
{
    cpu_set_t set;
    CPU_ZERO(&set);
    std::vector<int> cores;
    if (sched_getaffinity(0, sizeof set, &set) == 0)
        for (int core = 0; core < CPU_SETSIZE; ++core)
            if (CPU_ISSET(core, &set))
                cores.push_back(core);
    if (cores.empty())
        cores.push_back(0);
    return cores;
}

} // namespace threadscape
