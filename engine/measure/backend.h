#pragma once

#include "base/text.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace threadscape {

/// Who does the jobs of a speedup measurement.
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

/// "threads", "python-threads": as in settings and result files.
const char* backendName(Backend backend) noexcept;
/// The backend of that name; nothing if there is none.
std::optional<Backend> backendNamed(std::string_view name) noexcept;
/// As people read it: "one interpreter lock".
Template backendLabel(Backend backend) noexcept;
/// What its speedup is measured against: the sequential run of the same kernel in the same language.
constexpr Backend baselineOf(Backend backend) noexcept
{
    return backend >= Backend::pythonSequential ? Backend::pythonSequential : Backend::sequential;
}
constexpr bool isBaseline(Backend backend) noexcept
{
    return backend == baselineOf(backend);
}
constexpr bool isPython(Backend backend) noexcept
{
    return backend >= Backend::pythonSequential;
}

} // namespace threadscape
