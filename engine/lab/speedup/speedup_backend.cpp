#include "lab/speedup/speedup_backend.h"

#include "exec/parallel_for.h"
#include "exec/process_team.h"
#include "exec/python.h"
#include "kernels/python_kernels.h"
#include "sync/misuse.h"
#include "sync/seam.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

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

/// Repeats laps of this process's own making.
class LapBackend : public SpeedupBackend {
public:
    LapBackend(Backend backend, Workload& workload) : m_backend(backend), m_workload(workload) {}

    std::string group() const override { return lanesOf(m_backend).group.source; }

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
        return sample;
    }

protected:
    /// Starts one more worker; in ns.
    virtual std::int64_t grow() = 0;
    virtual Lap lap(int jobs) = 0;
    Workload& workload() noexcept { return m_workload; }
    Backend backend() const noexcept { return m_backend; }

private:
    Backend m_backend;
    Workload& m_workload;
    std::vector<std::int64_t> m_startNs; // of each worker
};

/// By the thread that asks, and nobody else.
class SequentialBackend final : public LapBackend {
public:
    using LapBackend::LapBackend;
    std::string group() const override { return {}; }

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

class TeamBackend final : public LapBackend {
public:
    TeamBackend(Backend backend, Runtime& runtime, Workload& workload, Gil* gil)
        : LapBackend(backend, workload),
          m_gil(gil),
          m_team(runtime, {.group = lanesOf(backend).group.source, .prefix = lanesOf(backend).prefix})
    {
    }

private:
    std::int64_t grow() override { return m_team.grow(); }

    Lap lap(int jobs) override
    {
        const auto count = static_cast<std::size_t>(jobs);
        const auto pace = [] { checkpoint(); };
        switch (backend()) {
        case Backend::gil:
            return m_team.run(count, [&](std::size_t k) {
                const std::scoped_lock held(*m_gil);
                workload().job(static_cast<int>(k), jobs, [this] { m_gil->checkpoint(); });
            });
        case Backend::nogil:
            return m_team.run(count, [&](std::size_t k) {
                const std::scoped_lock held(*m_gil); // its arguments and its result are Python's
                const GilReleased released(*m_gil);
                workload().job(static_cast<int>(k), jobs, pace);
            });
        case Backend::parallel:
            return parallelFor(m_team, count, workload().items(), {},
                               [&](std::size_t k, std::int64_t first, std::int64_t last) {
                                   workload().range(static_cast<int>(k), first, last, pace);
                               });
        default:
            return m_team.run(count, [&](std::size_t k) { workload().job(static_cast<int>(k), jobs, pace); });
        }
    }

    Gil* m_gil;
    Team m_team;
};

class ProcessBackend final : public LapBackend {
public:
    ProcessBackend(Backend backend, Runtime& runtime, Workload& workload)
        : LapBackend(backend, workload),
          m_team(runtime, {.group = lanesOf(backend).group.source, .prefix = lanesOf(backend).prefix})
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

/// In the machine's python3, which takes the time itself.
class PythonBackend final : public SpeedupBackend {
public:
    PythonBackend(Backend backend, std::unique_ptr<Python> python, Workload& workload)
        : m_backend(backend), m_python(std::move(python)), m_workload(workload)
    {
    }

    Sample measure(int jobs, int loops) override
    {
        const char* const how = m_backend == Backend::pythonThreads     ? "threads"
                                : m_backend == Backend::pythonProcesses ? "processes"
                                                                        : "sequential";
        m_workload.begin(jobs);
        const std::string answer = m_python->ask(fmt::format(
            R"({{{}, "how": "{}", "jobs": {}, "loops": {}}})", m_workload.pythonOrder(), how, jobs, loops));
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
        if (!(sample.seconds > 0) || !told.contains("values") ||
            !m_workload.acceptPython(told["values"].dump(), jobs) || !m_workload.end(jobs))
            wrongResult(m_backend);
        return sample;
    }

private:
    Backend m_backend;
    std::unique_ptr<Python> m_python;
    Workload& m_workload;
};

} // namespace

tl::expected<std::unique_ptr<SpeedupBackend>, Error> SpeedupBackend::make(Backend backend, Runtime& runtime,
                                                                          Workload& workload, Gil* gil)
{
    switch (backend) {
    case Backend::sequential: return std::make_unique<SequentialBackend>(backend, workload);
    case Backend::threads:
    case Backend::gil:
    case Backend::nogil:
    case Backend::parallel: return std::make_unique<TeamBackend>(backend, runtime, workload, gil);
    case Backend::processes: return std::make_unique<ProcessBackend>(backend, runtime, workload);
    case Backend::pythonSequential:
    case Backend::pythonThreads:
    case Backend::pythonProcesses: break;
    }
    auto python = Python::start(runtime, pythonKernels());
    if (!python)
        return tl::unexpected(python.error());
    return std::make_unique<PythonBackend>(backend, std::move(*python), workload);
}

BackendLanes lanesOf(Backend backend) noexcept
{
    switch (backend) {
    case Backend::threads: return {TS_TEXT("speedup", "Threads"), TS_NAME("name", "Thread")};
    case Backend::gil: return {TS_TEXT("speedup", "One interpreter lock"), TS_NAME("name", "Gil")};
    case Backend::nogil: return {TS_TEXT("speedup", "Lock let go"), TS_NAME("name", "Nogil")};
    case Backend::processes: return {TS_TEXT("speedup", "Processes"), TS_NAME("name", "Process")};
    case Backend::parallel: return {TS_TEXT("speedup", "Parallel loop"), TS_NAME("name", "Parallel")};
    default: return {};
    }
}

} // namespace threadscape
