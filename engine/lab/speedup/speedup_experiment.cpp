#include "lab/speedup/speedup_experiment.h"

#include "lab/lab.h"
#include "os/machine.h"

#include <algorithm>

namespace threadscape {

namespace {

std::vector<ChoiceSpec> backendChoices()
{
    std::vector<ChoiceSpec> choices;
    for (const Backend backend :
         {Backend::sequential, Backend::threads, Backend::gil, Backend::nogil, Backend::processes,
          Backend::parallel, Backend::pythonThreads, Backend::pythonProcesses})
        choices.push_back({backendName(backend), backendLabel(backend)});
    return choices;
}

/// The one with the greatest speedup of this program's own; nullptr before there is any.
const SpeedupPoint* bestOf(const SpeedupStudy& study) noexcept
{
    const SpeedupPoint* best = nullptr;
    for (const SpeedupPoint& point : study.points)
        if (!isBaseline(point.backend) && !isPython(point.backend) && point.speedup > 0 &&
            (best == nullptr || point.speedup > best->speedup))
            best = &point;
    return best;
}

/// The greatest speedup under an interpreter lock: Python's own where it was measured; nullptr before there is any.
const SpeedupPoint* bestUnderLock(const SpeedupStudy& study) noexcept
{
    for (const Backend backend : {Backend::pythonThreads, Backend::gil}) {
        const SpeedupPoint* best = nullptr;
        for (const SpeedupPoint& point : study.points)
            if (point.backend == backend && point.jobs > 1 && point.speedup > 0 &&
                (best == nullptr || point.speedup > best->speedup))
                best = &point;
        if (best != nullptr)
            return best;
    }
    return nullptr;
}

/// Why nothing is gained, as far as that is certain.
Template whyNoGain(const SpeedupStudy& study, double aloneS)
{
    constexpr double kNoTimeS = 0.001;
    const auto all = [&](auto holds) { return std::ranges::all_of(study.backends, holds); };
    if (study.cores == 1)
        return TS_TEXT("speedup",
                       "No: one after the other it takes %1, and it gets %2 times as fast at best. "
                       "There is one core, and they take turns on it.");
    if (all([](Backend backend) { return backend == Backend::gil || backend == Backend::pythonThreads; }))
        return TS_TEXT("speedup",
                       "No: one after the other it takes %1, and it gets %2 times as fast at best. "
                       "The interpreter lock lets one of them calculate at a time.");
    if (study.jobsMax == 1)
        return TS_TEXT("speedup",
                       "One after the other it takes %1; one worker makes it %2 times as fast. It takes "
                       "two to gain anything.");
    if (aloneS < kNoTimeS)
        return TS_TEXT("speedup",
                       "No: one after the other it takes %1, and it gets %2 times as fast at best. "
                       "Handing out the jobs takes as long as doing them.");
    return TS_TEXT("speedup", "No: one after the other it takes %1, and it gets %2 times as fast at best.");
}

constexpr std::int64_t kMostJobs = 64;

} // namespace

SpeedupExperiment::SpeedupExperiment(Identity identity, std::int64_t repeatsUsual)
    : Experiment(identity),
      m_backends(this, "backends", TS_TEXT("speedup", "Done by"), {"threads", "gil", "processes"},
                 backendChoices(),
                 kWho.about(TS_TEXT("speedup", "One interpreter lock: threads calculate one at a time, as "
                                               "Python's do. Lock let go: the same, but not for the "
                                               "calculation. Python: this machine's own python3."))),
      m_jobsMax(this, "jobs_max", TS_TEXT("speedup", "Jobs at most"),
                std::clamp<std::int64_t>(2 * readMachine().cores, 1, kMostJobs), {1, kMostJobs},
                kWho.about(TS_TEXT("speedup", "Each way is measured with 1 job, 2, and so on up to this."))),
      m_repeats(
          this, "repeats", TS_TEXT("speedup", "Rounds"), repeatsUsual, {1, 100},
          kRun.about(TS_TEXT("speedup", "So often each point is measured, each time in another order.")))
{
}

std::vector<Backend> SpeedupExperiment::chosen() const
{
    std::vector<Backend> all;
    for (const std::string& name : m_backends.names())
        if (const auto backend = backendNamed(name))
            all.push_back(*backend);
    return all;
}

std::vector<PlotSpec> SpeedupExperiment::plots() const
{
    return {{.kind = PlotSpec::Kind::speedup, .share = 2, .title = TS_TEXT("speedup", "Speedup")},
            {.kind = PlotSpec::Kind::stretches, .share = 1},
            {.kind = PlotSpec::Kind::timeline, .share = 1}};
}

std::vector<LaneGroup> SpeedupExperiment::lanes() const
{
    std::vector<LaneGroup> groups;
    for (const Backend backend : chosen()) {
        const BackendLanes lanes = lanesOf(backend);
        if (*lanes.prefix != '\0')
            groups.push_back({.group = lanes.group,
                              .prefix = lanes.prefix,
                              .count = m_jobsMax,
                              .naming = LaneNaming::hyphened});
    }
    return groups;
}

void SpeedupExperiment::measure(Lab& lab, Workload& workload, std::int64_t loops)
{
    SpeedupRun(lab, workload,
               {.backends = chosen(),
                .jobsMax = static_cast<int>(m_jobsMax),
                .repeats = static_cast<int>(m_repeats),
                .loops = static_cast<int>(loops)},
               m_record, m_left)
        .run();
}

std::optional<SpeedupStudy> SpeedupExperiment::study() const
{
    if (auto measured = m_record.study(trace(), true))
        return measured;
    if (auto opened = Experiment::study())
        return opened;
    SpeedupStudy planned;
    planned.cores = readMachine().cores;
    planned.jobsMax = static_cast<int>(m_jobsMax);
    planned.backends = chosen();
    std::erase_if(planned.backends, isBaseline);
    return planned;
}

std::vector<Text> SpeedupExperiment::remarks() const
{
    const Text left = m_left.text();
    return left.empty() ? std::vector<Text>() : std::vector<Text>{left};
}

void SpeedupExperiment::addCommon(Findings& findings, const SpeedupStudy& study) const
{
    const auto known = [](const SpeedupPoint* point, auto value) {
        return point != nullptr ? FindingValue(value(*point)) : FindingValue();
    };
    const SpeedupPoint* const sequential = study.find(Backend::sequential, 1);
    const SpeedupPoint* const best = bestOf(study);
    findings.add("sequential_s", TS_TEXT("speedup", "One after the other"),
                 known(sequential, [](const SpeedupPoint& point) { return point.medianS; }), "s");
    findings.add("best_speedup", TS_TEXT("speedup", "Greatest speedup"),
                 known(best, [](const SpeedupPoint& point) { return point.speedup; }));
    findings.add("best_backend", TS_TEXT("speedup", "By"),
                 known(best, [](const SpeedupPoint& point) { return Text(backendLabel(point.backend)); }));
    findings.add("best_jobs", TS_TEXT("speedup", "With so many jobs"),
                 known(best, [](const SpeedupPoint& point) { return std::int64_t{point.jobs}; }));
    findings.add("observer_share", TS_TEXT("speedup", "Used by Threadscape beside it"),
                 study.observerShare ? FindingValue(*study.observerShare) : FindingValue());
}

Text SpeedupExperiment::gain(const SpeedupStudy& study, Outcome outcome) const
{
    const SpeedupPoint* const best = bestOf(study);
    const SpeedupPoint* const locked = bestUnderLock(study);
    const SpeedupPoint* const sequential = study.find(Backend::sequential, 1);
    if (study.samplesDone == 0 || sequential == nullptr)
        return TS_TEXT("speedup", "Warming up: each way is tried once before it is measured.");
    const DurationArg alone{static_cast<std::int64_t>(sequential->medianS * 1e9)};
    if (best == nullptr)
        return Text(TS_TEXT("speedup", "One after the other it takes %1.")).arg(alone).of("sequential_s");
    const NumberArg times{best->speedup, 2};
    const Template by = backendLabel(best->backend);
    if (outcome == Outcome::running)
        return Text(TS_TEXT("speedup",
                            "So far, after %1 of %2 measurements: at best %3 times as fast (%4, %5 at "
                            "a time)."))
            .arg(study.samplesDone)
            .arg(study.samplesPlanned)
            .arg(times)
            .of("best_speedup")
            .arg(by)
            .arg(best->jobs);
    constexpr double kWorthIt = 1.1;
    if (best->speedup < kWorthIt)
        return Text(whyNoGain(study, sequential->medianS))
            .arg(alone)
            .of("sequential_s")
            .arg(times)
            .of("best_speedup");
    if (locked != nullptr)
        return Text(TS_PLURAL("speedup", "On %n cores it gets %1 times as fast at best (%2, %3 at a time). "
                                         "Threads under one interpreter lock: %4 times."))
            .arg(times)
            .of("best_speedup")
            .arg(by)
            .arg(best->jobs)
            .arg(NumberArg{locked->speedup, 2})
            .count(study.cores);
    return Text(TS_PLURAL("speedup", "On %n cores it gets %1 times as fast at best (%2, %3 at a time)."))
        .arg(times)
        .of("best_speedup")
        .arg(by)
        .arg(best->jobs)
        .count(study.cores);
}

} // namespace threadscape
