#pragma once

#include "base/text.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace threadscape {

/// The ways to execute the jobs of a speedup measurement. Each has a row in the table of backend.cpp with its properties, and
/// one in that of lab/speedup/speedup_backend.cpp, which creates it.
enum class Backend : std::uint8_t {
    sequential,       ///< one thread only: the baseline of the others
    threads,          ///< a thread per job
    gil,              ///< the same under one interpreter lock, as Python's threads calculate
    nogil,            ///< the same, releasing that lock for the calculation
    processes,        ///< a worker process per job
    parallel,         ///< the parallel for loop
    pythonSequential, ///< the kernel in the machine's python3: the baseline of the next two
    pythonThreads,
    pythonProcesses,
};
inline constexpr Backend kLastBackend = Backend::pythonProcesses;

/// The properties of a backend.
struct BackendFacts {
    const char* name;                       ///< "python-threads": as in settings and result files
    Template label;                         ///< for display: "one interpreter lock"
    Template lanes{};                       ///< the heading of its workers' lanes; empty: no own lanes
    const char* worker = "";                ///< its workers' name: "Thread"
    Backend baseline = Backend::sequential; ///< the baseline of its speedup: of the same language
    bool offered = true;                    ///< as a choice, in the order of the table
    bool ownThreads = false;                ///< its workers are threads of this program
    bool wantsGil = false;                  ///< they use this program's interpreter lock
    bool oneAtATime = false;                ///< an interpreter lock lets only one calculate at a time
};
const BackendFacts& factsOf(Backend backend) noexcept;

inline const char* backendName(Backend backend) noexcept
{
    return factsOf(backend).name;
}
/// The backend of that name; nullopt if there is none.
std::optional<Backend> backendNamed(std::string_view name) noexcept;
inline Template backendLabel(Backend backend) noexcept
{
    return factsOf(backend).label;
}
inline bool isBaseline(Backend backend) noexcept
{
    return backend == factsOf(backend).baseline;
}
/// Whether it calculates in the machine's python3.
inline bool isPython(Backend backend) noexcept
{
    return factsOf(backend).baseline == Backend::pythonSequential;
}

} // namespace threadscape
