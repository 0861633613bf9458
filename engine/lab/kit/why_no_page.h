#pragma once

#include <string>

namespace threadscape {

/// Why fetchPage or fetchPageHere failed, in English: from the exception that the calling handler caught. Rethrows one that is
/// no such reason (Stopped, Cancelled). Threads: any.
std::string whyNoPage();

} // namespace threadscape
