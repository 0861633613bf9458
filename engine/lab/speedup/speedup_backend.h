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

/// One way to run a workload's jobs.
/// Threads: the run's main one.
class SpeedupBackend {
public:
    /// The result of one measurement.
    struct Sample {
        double seconds = 0;            ///< average per lap
        double startupS = 0;           ///< the earlier start of its workers
        CpuUse cpu{};                  ///< of the workers, per lap
        std::optional<Lap> lap;        ///< the last one; nullopt where it is not observable
        std::optional<double> value{}; ///< what was calculated, see Workload::result
    };

    /// `gil`: for the backends under an interpreter lock; the others need none.
    /// Error: why it is not available on this machine, in one sentence. Throws std::system_error and the like on system
    /// failures.
    static tl::expected<std::unique_ptr<SpeedupBackend>, Error> make(Backend backend, Runtime& runtime,
                                                                     Workload& workload, Gil* gil);
    virtual ~SpeedupBackend() = default;

    /// Starts as many workers as `jobs` need.
    virtual void prepare(int /*jobs*/) {}
    /// Runs the workload `loops` times with `jobs` jobs. Throws Stopped.
    virtual Sample measure(int jobs, int loops) = 0;
};

} // namespace threadscape
