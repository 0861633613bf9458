#pragma once

#include "trace/trace.h"

#include <memory>
#include <string>

namespace threadscape::samples {

/// A trace with something of everything: waits, holds of two locks, operations with labels, moments, gaps, moved
/// settings, printed lines, tracks that never began or never ended, open spans. The same seed gives the same story (the
/// times are those of now). `capBytes`: above it the oldest is thinned.
std::shared_ptr<Trace> randomTrace(unsigned seed, int events, std::size_t capBytes = Trace::kDefaultCapBytes);

/// The same, told more quickly, so that all of it has been by the time of the trace's snapshot.
std::shared_ptr<Trace> randomPast(unsigned seed, int events);

/// All that a trace tells to its readers, as text, also of what was thinned: two traces are equal when their texts are.
std::string everything(const Trace& trace);

} // namespace threadscape::samples
