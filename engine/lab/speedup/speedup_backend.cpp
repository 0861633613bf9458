#include "lab/speedup/speedup_backend.h"

#include "exec/parallel_for.h"
#include "exec/process_team.h"
#include "exec/python.h"
#include "kernels/python_kernels.h"
#include "sync/misuse.h"
#include "sync/seam.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <iterator>
#include <mutex>
#include <numeric>

namespace threadscape {

namespace {

[[noreturn]] void wrongResult(Backend backend)
{
    throw Misuse(
        Text(TS_TEXT("speedup", "The jobs of \"%1\" came to another result than the sequential run."))
            .arg(backendLabel(backend)));
}

CpuUse cpuOf(const Lap& lap) noexcept
{
    return std::accumulate(lap.jobs.begin(), lap.jobs.end(), CpuUse{},
                           [](CpuUse sum, const JobTime& job) { return sum + job.cpu; });
}

/// The dependencies of a backend.
struct Order {
    Backend backend;
    Runtime& runtime;
    Workload& workload;
    Gil* gil;
};
using Made = tl::expected<std::unique_ptr<SpeedupBackend>, Error>;

/// Member names for teams: any type with {.group, .prefix}.
template <typename Names>
Names namesOf(Backend backend)
{
    const BackendFacts& facts = factsOf(backend);
    return {.group = facts.lanes.source, .prefix = facts.worker};
}

/// Repeats laps that run in this process.
class LapBackend : public SpeedupBackend {
public:
    explicit LapBackend(const Order& order) : m_backend(order.backend), m_workload(order.workload) {}

    void prepare(int jobs) override
    {
        while (static_cast<int>(m_startNs.size()) < jobs)
            m_startNs.push_back(grow());
    }

    Sample measure(int jobs, int loops) override
    {
        prepare(jobs);
        Sample sample;
        sample.startupS = static_cast<double>(
                              std::accumulate(m_startNs.begin(), m_startNs.begin() + jobs, std::int64_t{0})) *
                          1e-9;
        std::int64_t totalNs = 0;
        for (int loop = 0; loop < loops; ++loop) {
            m_workload.begin(jobs);
            Lap lap = this->lap(jobs);
            totalNs += lap.toNs - lap.fromNs;
            sample.cpu = sample.cpu + cpuOf(lap);
            sample.lap = std::move(lap);
            if (!m_workload.end(jobs))
                wrongResult(m_backend);
        }
        sample.seconds = static_cast<double>(totalNs) * 1e-9 / loops;
        sample.cpu = {sample.cpu.userNs / loops, sample.cpu.systemNs / loops};
        sample.value = m_workload.result(jobs);
        return sample;
    }

protected:
    /// Starts one more worker; returns the time in ns.
    virtual std::int64_t grow() = 0;
    virtual Lap lap(int jobs) = 0;
    Workload& workload() noexcept { return m_workload; }
    Backend backend() const noexcept { return m_backend; }

private:
    Backend m_backend;
    Workload& m_workload;
    std::vector<std::int64_t> m_startNs; // of each worker
};

/// On the calling thread only.
class SequentialBackend final : public LapBackend {
public:
    using LapBackend::LapBackend;

private:
    std::int64_t grow() override { return 0; }

    Lap lap(int jobs) override
    {
        Actor& actor = Actor::current();
        const CpuUse before = threadCpuUse();
        Lap lap;
        lap.fromNs = monotonicNs();
        workload().job(0, jobs, [] { checkpoint(); });
        lap.toNs = monotonicNs();
        lap.jobs.push_back(
            {.track = actor.track(), .fromNs = lap.fromNs, .toNs = lap.toNs, .cpu = threadCpuUse() - before});
        return lap;
    }
};

/// On threads of this program.
class ThreadsBackend : public LapBackend {
public:
    explicit ThreadsBackend(const Order& order)
        : LapBackend(order), m_team(order.runtime, namesOf<Team::Options>(order.backend))
    {
    }

protected:
    Team& team() noexcept { return m_team; }
    Lap lap(int jobs) override
    {
        return m_team.run(static_cast<std::size_t>(jobs),
                          [&](std::size_t k) { job(static_cast<int>(k), jobs); });
    }

private:
    std::int64_t grow() override { return m_team.grow(); }
    /// Threads: the workers.
    virtual void job(int k, int jobs)
    {
        workload().job(k, jobs, [] { checkpoint(); });
    }

    Team m_team;
};

class GilBackend final : public ThreadsBackend {
public:
    explicit GilBackend(const Order& order) : ThreadsBackend(order), m_gil(*order.gil) {}

private:
    void job(int k, int jobs) override
    {
        const std::scoped_lock held(m_gil);
        workload().job(k, jobs, [this] { m_gil.checkpoint(); });
    }

    Gil& m_gil;
};

class NogilBackend final : public ThreadsBackend {
public:
    explicit NogilBackend(const Order& order) : ThreadsBackend(order), m_gil(*order.gil) {}

private:
    void job(int k, int jobs) override
    {
        const std::scoped_lock held(m_gil); // its arguments and its result are Python's
        const GilReleased released(m_gil);
        workload().job(k, jobs, [] { checkpoint(); });
    }

    Gil& m_gil;
};

class ParallelBackend final : public ThreadsBackend {
public:
    using ThreadsBackend::ThreadsBackend;

private:
    Lap lap(int jobs) override
    {
        return parallelFor(team(), static_cast<std::size_t>(jobs), workload().items(), {},
                           [this](std::size_t k, std::int64_t first, std::int64_t last) {
                               workload().range(static_cast<int>(k), first, last, [] { checkpoint(); });
                           });
    }
};

class ProcessesBackend final : public LapBackend {
public:
    explicit ProcessesBackend(const Order& order)
        : LapBackend(order), m_team(order.runtime, namesOf<ProcessTeam::Options>(order.backend))
    {
    }

private:
    std::int64_t grow() override { return m_team.grow(); }

    Lap lap(int jobs) override
    {
        std::vector<std::vector<std::byte>> arguments;
        arguments.reserve(static_cast<std::size_t>(jobs));
        for (int k = 0; k < jobs; ++k)
            arguments.push_back(workload().arguments(k, jobs));
        std::vector<std::vector<std::byte>> replies;
        Lap lap = m_team.run(workload().teamJob(), arguments, replies);
        for (int k = 0; k < jobs; ++k)
            if (!workload().accept(k, replies[static_cast<std::size_t>(k)]))
                wrongResult(backend());
        return lap;
    }

    ProcessTeam m_team;
};

/// In the machine's python3, which measures the time itself.
class PythonBackend final : public SpeedupBackend {
public:
    /// `how`: its name in kernels.py.
    PythonBackend(const Order& order, std::unique_ptr<Python> python, const char* how)
        : m_backend(order.backend), m_workload(order.workload), m_python(std::move(python)), m_how(how)
    {
    }

    Sample measure(int jobs, int loops) override
    {
        m_workload.begin(jobs);
        const std::string answer = m_python->ask(fmt::format(
            R"({{{}, "how": "{}", "jobs": {}, "loops": {}}})", m_workload.pythonOrder(), m_how, jobs, loops));
        const auto told = nlohmann::json::parse(answer, nullptr, false);
        if (told.is_object() && told.contains("error") && told["error"].is_string())
            throw Misuse(
                Text(TS_TEXT("speedup", "python3 failed: %1.")).arg(told["error"].get<std::string>()));
        const auto number = [&](const char* key) {
            if (!told.is_object() || !told.contains(key) || !told[key].is_number())
                wrongResult(m_backend);
            return told[key].get<double>();
        };
        constexpr double kNs = 1e9;
        Sample sample{.seconds = number("seconds"),
                      .startupS = number("startup"),
                      .cpu = {static_cast<std::int64_t>(number("user") * kNs),
                              static_cast<std::int64_t>(number("system") * kNs)},
                      .lap = std::nullopt};
        if (!(sample.seconds > 0) || !told.contains("values") || !m_workload.acceptPython(told["values"]) ||
            !m_workload.end(jobs))
            wrongResult(m_backend);
        sample.value = m_workload.result(jobs);
        return sample;
    }

private:
    Backend m_backend;
    Workload& m_workload;
    std::unique_ptr<Python> m_python;
    const char* m_how;
};

template <typename Class>
Made make(const Order& order)
{
    return std::make_unique<Class>(order);
}

Made inPython(const Order& order, const char* how)
{
    auto python = Python::start(order.runtime, pythonKernels());
    if (!python)
        return tl::unexpected(python.error());
    return std::make_unique<PythonBackend>(order, std::move(*python), how);
}

struct Maker {
    Backend backend;
    Made (*make)(const Order& order);
};
constexpr Maker kMakers[] = {
    {Backend::sequential, &make<SequentialBackend>},
    {Backend::threads, &make<ThreadsBackend>},
    {Backend::gil, &make<GilBackend>},
    {Backend::nogil, &make<NogilBackend>},
    {Backend::processes, &make<ProcessesBackend>},
    {Backend::parallel, &make<ParallelBackend>},
    {Backend::pythonSequential, [](const Order& order) { return inPython(order, "sequential"); }},
    {Backend::pythonThreads, [](const Order& order) { return inPython(order, "threads"); }},
    {Backend::pythonProcesses, [](const Order& order) { return inPython(order, "processes"); }},
};
static_assert(std::size(kMakers) == static_cast<std::size_t>(kLastBackend) + 1);

} // namespace

tl::expected<std::unique_ptr<SpeedupBackend>, Error> SpeedupBackend::make(Backend backend, Runtime& runtime,
                                                                          Workload& workload, Gil* gil)
{
    const Maker* const maker = std::ranges::find(kMakers, backend, &Maker::backend);
    return maker->make({backend, runtime, workload, gil});
}

} // namespace threadscape
