#pragma once

#include "lab/lab.h"
#include "lab/plot.h"

#include <cstdint>
#include <deque>
#include <string>

namespace threadscape {

/// `count` objects of a run, named "Fork 1", "Fork 2", ...: `auto forks = numbered<Lock>(lab, TS_NAME("name", "Fork"), seats);`
/// `more`: the arguments after the name. Threads: an actor's.
template <typename Object, typename... More>
std::deque<Object> numbered(Lab& lab, const std::string& prefix, std::int64_t count, const More&... more)
{
    std::deque<Object> all;
    for (std::int64_t number = 1; number <= count; ++number)
        all.emplace_back(lab, laneName(prefix, LaneNaming::spaced, number), more...);
    return all;
}

} // namespace threadscape
