#pragma once

#include "base/text.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace threadscape {

/// Who does the jobs of a speedup measurement. Each has a row in the table of backend.cpp, where all stands that is known of it, and
/// one in that of lab/speedup/speedup_backend.cpp, which makes it.
enum class Backend : std::uint8_t {
    sequential,       ///< one thread, nothing else: what the others are measured against
    threads,          ///< a thread each
    gil,              ///< the same under one interpreter lock, as Python's threads calculate
    nogil,            ///< the same, letting go of that lock for the calculation
    processes,        ///< a worker process each
    parallel,         ///< the parallel for loop
    pythonSequential, ///< the kernel in the machine's python3: what the next two are measured against
    pythonThreads,
    pythonProcesses,
};
inline constexpr Backend kLastBackend = Backend::pythonProcesses;

/// What is known of a backend.
struct BackendFacts {
    const char* name;        ///< "python-threads": as in settings and result files
    Template label;          ///< as people read it: "one interpreter lock"
    Template lanes{};        ///< the heading of its workers' lanes; empty: it has none of its own
    const char* worker = ""; ///< what its workers are called: "Thread"
    Backend baseline = Backend::sequential; ///< what its speedup is measured against: of the same language
    bool offered = true;                    ///< to whoever chooses, in the order of the table
    bool ownThreads = false;                ///< its workers are threads of this program
    bool wantsGil = false;                  ///< they have to do with this program's interpreter lock
    bool oneAtATime = false;                ///< an interpreter lock lets one of them calculate at a time
};
const BackendFacts& factsOf(Backend backend) noexcept;

inline const char* backendName(Backend backend) noexcept
{
    return factsOf(backend).name;
}
/// The backend of that name; nothing if there is none.
std::optional<Backend> backendNamed(std::string_view name) noexcept;
inline Template backendLabel(Backend backend) noexcept
{
    return factsOf(backend).label;
}
inline bool isBaseline(Backend backend) noexcept
{
    return backend == factsOf(backend).baseline;
}
/// It calculates in the machine's python3.
inline bool isPython(Backend backend) noexcept
{
    return factsOf(backend).baseline == Backend::pythonSequential;
}

} // namespace threadscape
