#include "os/scheduler_source.h"

#include "os/cpu_clocks.h"
#include "os/perf_switches.h"

#include <cstdlib>
#include <fstream>
#include <string_view>
#include <system_error>

namespace threadscape {

const char* schedulerSourceName(SchedulerSource::Kind kind) noexcept
{
    return kind == SchedulerSource::Kind::perf ? "perf" : "clocks";
}

std::string_view wantedScheduler() noexcept
{
    // Nothing in this program writes the environment.
    const char* const variable = std::getenv("THREADSCAPE_SCHEDULER"); // NOLINT(concurrency-mt-unsafe)
    return variable != nullptr ? variable : "";
}

bool isScheduler(std::string_view wanted) noexcept
{
    return wanted.empty() || wanted == "perf" || wanted == "clocks" || wanted == "none";
}

OpenedScheduler openScheduler()
{
    const std::string_view wanted = wantedScheduler();
    OpenedScheduler opened;
    if (wanted == "none")
        return opened;
    if (wanted != "clocks") {
        try {
            opened.source = std::make_unique<PerfSwitches>();
            return opened;
        } catch (const std::system_error& error) {
            opened.refusal = error.code().message();
            std::ifstream("/proc/sys/kernel/perf_event_paranoid") >> opened.paranoid;
        }
    }
    opened.source = std::make_unique<CpuClocks>();
    return opened;
}

} // namespace threadscape
