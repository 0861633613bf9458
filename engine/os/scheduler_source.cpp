#include "os/scheduler_source.h"

namespace threadscape {

std::unique_ptr<SchedulerSource> openSchedulerSource()
{
    return nullptr; // no system's account is read yet: results say "none"
}

} // namespace threadscape
