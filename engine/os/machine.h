#pragma once

#include <string>

namespace threadscape {

/// What the run happened on, for captions and result files.
struct Machine {
    std::string cpu; ///< "AMD EPYC"; empty when the system does not tell
    int cores = 1;   ///< that this process may use
    std::string os;  ///< "Debian GNU/Linux 12 (bookworm)"
};

/// Reads it anew. Any thread.
Machine readMachine();

} // namespace threadscape
