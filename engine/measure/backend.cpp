#include "measure/backend.h"

#include <iterator>

namespace threadscape {

namespace {

// In the order of the enumeration.
constexpr BackendFacts kFacts[] = {
    {.name = "sequential", .label = TS_TEXT("backend", "one after the other")},
    {.name = "threads",
     .label = TS_TEXT("backend", "threads"),
     .lanes = TS_TEXT("speedup", "Threads"),
     .worker = TS_NAME("name", "Thread"),
     .ownThreads = true},
    {.name = "gil",
     .label = TS_TEXT("backend", "one interpreter lock"),
     .lanes = TS_TEXT("speedup", "One interpreter lock"),
     .worker = TS_NAME("name", "Gil"),
     .ownThreads = true,
     .wantsGil = true,
     .oneAtATime = true},
    {.name = "nogil",
     .label = TS_TEXT("backend", "lock let go"),
     .lanes = TS_TEXT("speedup", "Lock let go"),
     .worker = TS_NAME("name", "Nogil"),
     .ownThreads = true,
     .wantsGil = true},
    {.name = "processes",
     .label = TS_TEXT("backend", "processes"),
     .lanes = TS_TEXT("speedup", "Processes"),
     .worker = TS_NAME("name", "Process")},
    {.name = "parallel",
     .label = TS_TEXT("backend", "parallel loop"),
     .lanes = TS_TEXT("speedup", "Parallel loop"),
     .worker = TS_NAME("name", "Parallel"),
     .ownThreads = true},
    {.name = "python-sequential",
     .label = TS_TEXT("backend", "Python, one after the other"),
     .baseline = Backend::pythonSequential,
     .offered = false}, // it is measured with the next two
    {.name = "python-threads",
     .label = TS_TEXT("backend", "Python threads"),
     .baseline = Backend::pythonSequential,
     .oneAtATime = true},
    {.name = "python-processes",
     .label = TS_TEXT("backend", "Python processes"),
     .baseline = Backend::pythonSequential},
};
static_assert(std::size(kFacts) == static_cast<std::size_t>(kLastBackend) + 1);

} // namespace

const BackendFacts& factsOf(Backend backend) noexcept
{
    return kFacts[static_cast<std::size_t>(backend)];
}

std::optional<Backend> backendNamed(std::string_view name) noexcept
{
    for (std::size_t i = 0; i < std::size(kFacts); ++i)
        if (name == kFacts[i].name)
            return static_cast<Backend>(i);
    return std::nullopt;
}

} // namespace threadscape
