#pragma once

#include "exec/team_job.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace threadscape {

/// Called between the blocks of a calculation, at most 100 us apart: honours a stop and the worker's other duties.
using Pace = std::function<void()>;

/// The calculation of a speedup experiment, split into independent jobs. All backends run the same calculation, and must
/// produce the same result each time.
/// Threads: the run's main one, unless said otherwise.
class Workload {
public:
    virtual ~Workload() = default;

    /// Before each lap.
    virtual void begin(int jobs) = 0;
    /// The calculation as a loop over a number of items, and a part of it: [first, last), by worker `k`, in this process.
    /// Threads: one per worker, concurrently. Throws what `pace` throws.
    virtual std::int64_t items() const = 0;
    virtual void range(int k, std::int64_t first, std::int64_t last, const Pace& pace) = 0;
    /// Job `k` of `jobs`, likewise; by default its part of the items.
    virtual void job(int k, int jobs, const Pace& pace)
    {
        range(k, k * items() / jobs, (k + 1) * items() / jobs, pace);
    }

    /// The function that does it in a worker process, and the arguments of job `k`.
    virtual const TeamJob& teamJob() const = 0;
    virtual std::vector<std::byte> arguments(int k, int jobs) const = 0;
    /// Accepts its result. False: invalid.
    virtual bool accept(int k, std::span<const std::byte> reply) = 0;

    /// The request to kernels.py, as the members of a JSON object ("\"kernel\": \"primes\", ...").
    virtual std::string pythonOrder() const = 0;
    /// Accepts the `values` of its answer. False: invalid.
    virtual bool acceptPython(const nlohmann::json& values) = 0;

    /// After each lap: combines the jobs' results. False: differs from the sequential run's result.
    virtual bool end(int jobs) = 0;
    /// After end(): the lap's result as a number, for the point's value in result files. nullopt: it is not one.
    virtual std::optional<double> result(int /*jobs*/) const { return std::nullopt; }
};

} // namespace threadscape
