#include "lab/run/scheduler_words.h"

namespace threadscape {

Text schedulerAdvice(const OpenedScheduler& opened)
{
    constexpr int kAllowed = 2; // a process may observe its own threads
    if (!opened.source || opened.source->kind() == SchedulerSource::Kind::perf || opened.refusal.empty())
        return {};
    if (opened.paranoid > kAllowed)
        return Text(
                   TS_TEXT("scheduler",
                           "Who ran on which core is not known, since kernel.perf_event_paranoid is %1: time "
                           "without a core is worked out from CPU clocks, every 10 ms. To see it exactly: "
                           "sudo sysctl kernel.perf_event_paranoid=2"))
            .arg(opened.paranoid);
    return Text(TS_TEXT("scheduler",
                        "Who ran on which core is not known, since the system refuses to tell (%1): time "
                        "without a core is worked out from CPU clocks, every 10 ms. In a container, allow "
                        "perf_event_open to see it exactly."))
        .arg(opened.refusal);
}

} // namespace threadscape
