#pragma once

#include "exec/team_job.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <nlohmann/json_fwd.hpp>
#include <span>
#include <string>
#include <vector>

namespace threadscape {

/// Called between the blocks of a calculation, at most 100 us apart: honours a stop, and whatever else a worker has to.
using Pace = std::function<void()>;

/// What a speedup experiment calculates, cut into jobs that need nothing of each other. The same calculation is asked for in
/// many ways, and must come to the same result each time.
/// Threads: the run's main one, unless said otherwise.
class Workload {
public:
    virtual ~Workload() = default;

    /// Before each lap.
    virtual void begin(int jobs) = 0;
    /// The calculation as a loop over so many items, and part of it: [first, last), by worker `k`, in this process.
    /// Threads: one a worker, all at once. Throws what `pace` throws.
    virtual std::int64_t items() const = 0;
    virtual void range(int k, std::int64_t first, std::int64_t last, const Pace& pace) = 0;
    /// Job `k` of `jobs`, likewise: its part of the items, where nothing else is said.
    virtual void job(int k, int jobs, const Pace& pace)
    {
        range(k, k * items() / jobs, (k + 1) * items() / jobs, pace);
    }

    /// What does it in a worker process, and what job `k` is given.
    virtual const TeamJob& teamJob() const = 0;
    virtual std::vector<std::byte> arguments(int k, int jobs) const = 0;
    /// Takes what it returned. False: it makes no sense.
    virtual bool accept(int k, std::span<const std::byte> reply) = 0;

    /// What kernels.py is asked, as the members of a JSON object ("\"kernel\": \"primes\", ...").
    virtual std::string pythonOrder() const = 0;
    /// Takes the `values` that it answered. False: they make no sense.
    virtual bool acceptPython(const nlohmann::json& values) = 0;

    /// After each lap: puts the jobs' results together. False: it is not what the sequential run came to.
    virtual bool end(int jobs) = 0;
};

} // namespace threadscape
