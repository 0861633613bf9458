#pragma once

namespace threadscape {

/// Unwinds a thread of a run that is being stopped. Not a std::exception, so that an experiment that handles errors does not
/// swallow it; a catch-all must rethrow it.
struct Stopped {};

} // namespace threadscape
