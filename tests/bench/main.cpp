#include "bench/figures.h"
#include "support/worker_programs.h"

#include <algorithm>
#include <cstdio>
#include <string_view>
#include <utility>
#include <vector>

// Prints the table of figures: ours beside a peer's, in turn, with intervals. Arguments: the groups to measure.
int main(int argc, char** argv)
{
    using namespace threadscape::bench;
    if (startedAsWindow(argc, argv))
        return 0;
    threadscape::useTestWorker();
    const std::vector<std::pair<std::string_view, void (*)()>> groups{
        {"record", benchRecording}, {"ingest", benchIngest},       {"locks", benchLocks},
        {"pools", benchPools},      {"redraw", benchRedraw},       {"start", benchStart},
        {"stop", benchStop},        {"processes", benchProcesses}, {"scheduler", benchScheduler},
        {"files", benchFiles},      {"live", benchLive},           {"speedup", benchSpeedup},
        {"async", benchAsync},
    };
    const std::vector<std::string_view> wanted(argv + 1, argv + argc);
    for (const std::string_view name : wanted)
        if (std::ranges::find(groups, name, [](const auto& group) { return group.first; }) == groups.end()) {
            std::fprintf(stderr, "There is no group %.*s. The groups are:", static_cast<int>(name.size()),
                         name.data());
            for (const auto& [known, run] : groups)
                std::fprintf(stderr, " %.*s", static_cast<int>(known.size()), known.data());
            std::fputc('\n', stderr);
            return 2;
        }
    printHead();
    for (const auto& [name, run] : groups)
        if (wanted.empty() || std::ranges::find(wanted, name) != wanted.end())
            run();
    return 0;
}
