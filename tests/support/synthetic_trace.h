#pragma once

#include "lab/experiment.h"
#include "trace/trace.h"

#include <memory>

namespace threadscape::samples {

/// The parameters of a synthetic run.
struct SyntheticSpec {
    int depositors = 5;
    int withdrawers = 10;
    double seconds = 8;
    double meanSpanNs = 100e6; ///< of a sleep between two turns
    double workNs = 20e6;      ///< for which a turn holds the lock
    unsigned seed = 1;
    bool finished = true;
    bool openWaits = true;  ///< withdrawers end in a wait that nobody ended
    bool negative = false;  ///< the balance falls below zero
    std::uint32_t lost = 0; ///< events of the first lane, in a stretch at the middle
    std::size_t capBytes = Trace::kDefaultCapBytes;
};

/// A bank account's run without any thread: successive turns under one lock, with sleeps between them, waits for the lock, for
/// a condition, a balance, operations, notifies and one changed setting. The same seed gives the same trace.
std::shared_ptr<Trace> syntheticTrace(const SyntheticSpec& spec = {});

/// One lane of `spans` short spans, and nothing else: sleeps and lock waits with running between them.
std::shared_ptr<Trace> denseTrace(int lanes, std::size_t spansPerLane, std::int64_t lengthNs, unsigned seed,
                                  std::size_t capBytes = Trace::kDefaultCapBytes);

/// An experiment with the bank's plots that never runs.
std::shared_ptr<Experiment> syntheticExperiment(const SyntheticSpec& spec = {});

/// One that counts, with twenty rounds of losses.
std::shared_ptr<Experiment> countingExperiment();

} // namespace threadscape::samples
