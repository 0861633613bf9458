#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace threadscape {

class Trace;

/// The system's figures for one thread or process: times in ns, from its start to its end or to now.
struct ThreadTime {
    std::string name;
    std::int64_t lifeNs = 0;
    std::int64_t runningNs = 0;                   ///< on a core
    std::int64_t readyNs = 0;                     ///< runnable without one
    std::optional<std::int64_t> switchesForced{}; ///< not available everywhere, like the next two
    std::optional<std::int64_t> switchesVoluntary{};
    std::optional<std::int64_t> migrations{};

    double readySeconds() const noexcept { return static_cast<double>(readyNs) / 1e9; }
};

/// Of each thread and process of `group` that has begun, in the order of their start. Any thread.
std::vector<ThreadTime> threadTimes(const Trace& trace, std::string_view group);
/// Their times within [fromNs, toNs) alone, of those that were there then. How often they were switched is not known of a part.
/// Any thread.
std::vector<ThreadTime> threadTimes(const Trace& trace, std::string_view group, std::int64_t fromNs,
                                    std::int64_t toNs);

} // namespace threadscape
