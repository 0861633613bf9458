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

OpenedScheduler openScheduler()
{
    // Nothing in this program writes the environment.
    const char* const variable = std::getenv("THREADSCAPE_SCHEDULER"); // NOLINT(concurrency-mt-unsafe)
    const std::string_view wanted = variable != nullptr ? variable : "";
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
