#pragma once

#include <string>
#include <vector>

namespace threadscape {

/// What the run happened on, for captions and result files.
struct Machine {
    std::string cpu; ///< "AMD EPYC"; empty when the system does not tell
    int cores = 1;   ///< that this process may use
    std::string os;  ///< "Debian GNU/Linux 12 (bookworm)"
};

/// Reads it anew. Any thread.
Machine readMachine();

/// The system's numbers of the cores that this process may use, in their order. Any thread.
std::vector<int> usableCores();

} // namespace threadscape
