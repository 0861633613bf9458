#pragma once

#include <string>

namespace threadscape {

/// The path of threadscape-worker as it is installed: beside the running program.
std::string productWorker();

/// The path of the worker that also knows the trials (worker_trials.h): beside the running program.
std::string testWorker();

/// Makes processes start with testWorker() from now on. Threads: main, before there are others.
void useTestWorker();

} // namespace threadscape
