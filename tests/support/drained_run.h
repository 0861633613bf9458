#pragma once

#include "exec/process.h"
#include "exec/worker_arguments.h"
#include "support/test_run.h"
#include "support/worker_trials.h"

#include <chrono>
#include <gtest/gtest.h>
#include <memory>

namespace threadscape {

/// A time-out for instantaneous operations, on the slowest of machines.
inline constexpr std::chrono::seconds kCeiling{30};

/// A recorder that is continuously drained into a trace.
struct DrainedRun {
    Recorder recorder;
    Trace trace{recorder.sharedCatalogue()};
    Ingest ingest{recorder, trace};

    std::unique_ptr<Process> start(const WorkerTask& task, std::span<const std::byte> arguments = {},
                                   const Process::Options& options = {})
    {
        auto process = Process::start(recorder, "Process-1", task, arguments, options);
        EXPECT_TRUE(process) << process.error().text.english();
        return process ? std::move(*process) : nullptr;
    }
    const Lane& lane(const Process& process) const { return trace.lane(process.track()); }
    const TrackInfo& info(const Process& process) { return recorder.catalogue().track(process.track()); }
};

} // namespace threadscape
