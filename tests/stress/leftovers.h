#pragma once

#include <cerrno>
#include <filesystem>
#include <fstream>
#include <string>
#include <sys/wait.h>

namespace threadscape {

/// What a process that was killed could have left in this one.
struct Leftovers {
    std::size_t descriptors = 0;
    std::size_t segments = 0; ///< of shared memory, mapped
    bool children = false;

    static Leftovers count()
    {
        Leftovers found;
        for ([[maybe_unused]] const auto& entry : std::filesystem::directory_iterator("/proc/self/fd"))
            ++found.descriptors;
        std::ifstream maps("/proc/self/maps");
        for (std::string line; std::getline(maps, line);)
            found.segments += line.find("memfd:threadscape") != std::string::npos ? 1 : 0;
        siginfo_t info{};
        found.children = ::waitid(P_ALL, 0, &info, WEXITED | WNOHANG | WNOWAIT) == 0 || errno != ECHILD;
        return found;
    }
};

} // namespace threadscape
