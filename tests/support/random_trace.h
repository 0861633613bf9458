#pragma once

#include "trace/trace.h"

#include <memory>
#include <string>

namespace threadscape::samples {

/// A trace with all kinds of content: waits, holds of two locks, operations with labels, moments, gaps, changed settings,
/// printed lines, tracks that never began or never ended, open spans. The same seed gives the same events (the times are
/// current). `capBytes`: above it the oldest is thinned.
std::shared_ptr<Trace> randomTrace(unsigned seed, int events, std::size_t capBytes = Trace::kDefaultCapBytes);

/// The same, generated faster, so that all of it is before the trace's snapshot.
std::shared_ptr<Trace> randomPast(unsigned seed, int events);

/// A complete trace as text, including thinned parts: two traces are equal if their texts are.
std::string everything(const Trace& trace);

} // namespace threadscape::samples
