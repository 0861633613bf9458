#pragma once

#include <string>
#include <vector>

namespace threadscape {

/// The machine of a run, for captions and result files.
struct Machine {
    std::string cpu; ///< "AMD EPYC"; empty when unknown
    int cores = 1;   ///< that this process may use
    std::string os;  ///< "Debian GNU/Linux 12 (bookworm)"
};

/// Not cached. Any thread.
Machine readMachine();

/// The system's numbers of the cores that this process may use, in their order. Any thread.
std::vector<int> usableCores();

} // namespace threadscape
