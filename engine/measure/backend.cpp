#include "measure/backend.h"

#include <array>

namespace threadscape {

namespace {

struct Known {
    const char* name;
    Template label;
};

// In the order of the enumeration.
constexpr std::array<Known, static_cast<std::size_t>(kLastBackend) + 1> kKnown{{
    {"sequential", TS_TEXT("backend", "one after the other")},
    {"threads", TS_TEXT("backend", "threads")},
    {"gil", TS_TEXT("backend", "one interpreter lock")},
    {"nogil", TS_TEXT("backend", "lock let go")},
    {"processes", TS_TEXT("backend", "processes")},
    {"parallel", TS_TEXT("backend", "parallel loop")},
    {"python-sequential", TS_TEXT("backend", "Python, one after the other")},
    {"python-threads", TS_TEXT("backend", "Python threads")},
    {"python-processes", TS_TEXT("backend", "Python processes")},
}};

} // namespace

const char* backendName(Backend backend) noexcept
{
    return kKnown[static_cast<std::size_t>(backend)].name;
}

std::optional<Backend> backendNamed(std::string_view name) noexcept
{
    for (std::size_t i = 0; i < kKnown.size(); ++i)
        if (name == kKnown[i].name)
            return static_cast<Backend>(i);
    return std::nullopt;
}

Template backendLabel(Backend backend) noexcept
{
    return kKnown[static_cast<std::size_t>(backend)].label;
}

} // namespace threadscape
