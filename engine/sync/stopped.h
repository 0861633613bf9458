#pragma once

namespace threadscape {

/// Unwinds a thread of a run that is being stopped. Not a std::exception, so that an experiment that handles errors does
/// not swallow it; whoever catches everything passes it on.
struct Stopped {};

} // namespace threadscape
