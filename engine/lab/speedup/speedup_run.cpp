#include "lab/speedup/speedup_run.h"

#include "lab/kit/at_end.h"
#include "lab/lab.h"
#include "measure/round_plan.h"
#include "os/machine.h"
#include "sync/gil.h"

#include <algorithm>

namespace threadscape {

SpeedupRun::SpeedupRun(Lab& lab, Workload& workload, Plan plan, SpeedupRecord& record, Remark& left)
    : m_lab(lab), m_workload(workload), m_plan(std::move(plan)), m_record(record), m_left(left)
{
}

void SpeedupRun::run()
{
    std::optional<Gil> gil;
    if (std::ranges::any_of(m_plan.backends, [](Backend backend) { return factsOf(backend).wantsGil; }))
        gil.emplace(m_lab, TS_NAME("name", "Interpreter lock"));
    openBackends(gil ? &*gil : nullptr);
    makePoints();
    SpeedupStudy plan;
    plan.cores = readMachine().cores;
    plan.jobsMax = m_plan.jobsMax;
    for (const Entry& entry : m_entries)
        if (!isBaseline(entry.backend))
            plan.backends.push_back(entry.backend);
    plan.items = m_workload.items();
    plan.samplesPlanned = static_cast<int>(m_points.size()) * m_plan.repeats;
    m_record.begin(plan, m_lab.recorder().start().ns, m_lab.seed());

    const AtEnd nothingLeft([&] { m_record.setLeft(0); });
    for (Point& point : m_points)
        measure(point, true);
    const std::vector<std::vector<std::size_t>> rounds =
        roundPlan(static_cast<std::size_t>(m_plan.repeats), m_points.size(), m_lab.seed());
    for (std::size_t round = 0; round < rounds.size(); ++round)
        for (std::size_t i = 0; i < rounds[round].size(); ++i) {
            updateSecondsLeft(round, rounds[round], i);
            measure(m_points[rounds[round][i]], false);
        }
}

void SpeedupRun::openBackends(Gil* gil)
{
    std::vector<Backend> wanted{Backend::sequential};
    if (std::ranges::any_of(m_plan.backends, isPython))
        wanted.push_back(Backend::pythonSequential);
    for (const Backend backend : m_plan.backends)
        if (std::ranges::find(wanted, backend) == wanted.end())
            wanted.push_back(backend);
    for (const Backend backend : wanted) {
        auto how = SpeedupBackend::make(backend, m_lab, m_workload, gil);
        if (how)
            m_entries.push_back({backend, std::move(*how)});
        else
            m_left.set(how.error().text);
    }
}

void SpeedupRun::makePoints()
{
    for (std::size_t e = 0; e < m_entries.size(); ++e)
        for (int jobs = 1; jobs <= (isBaseline(m_entries[e].backend) ? 1 : m_plan.jobsMax); ++jobs)
            m_points.push_back({e, jobs});
}

// Timing takes place between the calls of breathe(): a window does not draw meanwhile.
void SpeedupRun::measure(Point& point, bool warmUp)
{
    m_lab.breathe();
    Entry& entry = m_entries[point.backend];
    const std::int64_t startNs = monotonicNs();
    entry.how->prepare(point.jobs);
    const std::int64_t fromNs = monotonicNs();
    const CpuUse before = processCpu();
    const CpuUse mainBefore = threadCpuUse();
    const int loops = warmUp ? 1 : m_plan.loops;
    const SpeedupBackend::Sample sample = entry.how->measure(point.jobs, loops);
    const std::int64_t toNs = monotonicNs();
    // The workers are started once; the time beside the laps occurs once per sample.
    const std::int64_t besideNs = toNs - (warmUp ? fromNs : startNs);
    point.seconds = static_cast<double>(besideNs) * 1e-9 + sample.seconds * (m_plan.loops - loops);
    if (warmUp)
        return;
    // The observer's time excludes its workers' and that of this thread for distributing work and waiting.
    std::int64_t usedNs = (processCpu() - before).totalNs() - (threadCpuUse() - mainBefore).totalNs();
    if (factsOf(entry.backend).ownThreads)
        usedNs -= sample.cpu.totalNs() * loops;
    if (isPython(entry.backend))
        m_record.addUnseen(sample.cpu.totalNs() * loops);
    m_record.addObserver(usedNs, toNs - fromNs);
    m_record.addSample(entry.backend, point.jobs, sample);
}

void SpeedupRun::updateSecondsLeft(std::size_t round, const std::vector<std::size_t>& order, std::size_t next)
{
    double perRound = 0;
    for (const Point& point : m_points)
        perRound += point.seconds;
    double left = perRound * static_cast<double>(m_plan.repeats - static_cast<int>(round) - 1);
    for (std::size_t i = next; i < order.size(); ++i)
        left += m_points[order[i]].seconds;
    m_record.setLeft(left);
}

} // namespace threadscape
