#pragma once

#include "exec/process.h"
#include "exec/worker_arguments.h"
#include "support/test_run.h"
#include "support/worker_trials.h"

#include <gtest/gtest.h>

namespace threadscape {

/// Starts a trial task (see worker_trials.h) in a process of the run.
inline std::unique_ptr<Process> startTrial(TestRun& test, const std::string& name, const WorkerTask& task,
                                           std::span<const std::byte> arguments, std::vector<Handout> hand)
{
    auto process =
        Process::start(test.runtime().recorder(), name, task, arguments, {.hand = std::move(hand)});
    EXPECT_TRUE(process) << process.error().text.english();
    return process ? std::move(*process) : nullptr;
}

inline bool comesToTell(const Process& process, std::size_t place, std::int64_t number)
{
    return eventually([&] { return process.told(place) == number; });
}

} // namespace threadscape
