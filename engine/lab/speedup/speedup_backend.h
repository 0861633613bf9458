#pragma once

#include "exec/lap.h"
#include "lab/speedup/workload.h"
#include "measure/backend.h"
#include "sync/gil.h"
#include "sync/runtime.h"

#include <memory>
#include <optional>
#include <tl/expected.hpp>

namespace threadscape {

/// One way to have a workload's jobs done.
/// Threads: the run's main one.
class SpeedupBackend {
public:
    /// What one measurement came to.
    struct Sample {
        double seconds = 0;     ///< a lap, on average
        double startupS = 0;    ///< to start its workers, which had been done before
        CpuUse cpu{};           ///< of the workers, a lap
        std::optional<Lap> lap; ///< the last one; nothing where we do not see into it
    };

    /// `gil`: for the backends under an interpreter lock; the others need none.
    /// Errors: why it cannot be had on this machine, in one sentence. Throws what the system refuses.
    static tl::expected<std::unique_ptr<SpeedupBackend>, Error> make(Backend backend, Runtime& runtime,
                                                                     Workload& workload, Gil* gil);
    virtual ~SpeedupBackend() = default;

    /// Has as many workers stand ready as `jobs` need.
    virtual void prepare(int /*jobs*/) {}
    /// Does the workload `loops` times with so many jobs. Throws Stopped.
    virtual Sample measure(int jobs, int loops) = 0;
};

} // namespace threadscape
