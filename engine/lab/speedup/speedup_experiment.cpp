#include "lab/speedup/speedup_experiment.h"

#include "lab/lab.h"
#include "lab/speedup/speedup_run.h"
#include "os/machine.h"

#include <algorithm>
#include <functional>

namespace threadscape {

namespace {

std::vector<ChoiceSpec> backendChoices()
{
    std::vector<ChoiceSpec> choices;
    for (int b = 0; b <= static_cast<int>(kLastBackend); ++b)
        if (const BackendFacts& facts = factsOf(static_cast<Backend>(b)); facts.offered)
            choices.push_back({facts.name, facts.label});
    return choices;
}

/// The point with the greatest speedup of those that are `eligible`; nullptr if there is none yet.
template <typename Eligible>
const SpeedupPoint* greatest(const SpeedupStudy& study, Eligible eligible)
{
    const SpeedupPoint* best = nullptr;
    for (const SpeedupPoint& point : study.points)
        if (eligible(point) && point.speedup > 0 && (best == nullptr || point.speedup > best->speedup))
            best = &point;
    return best;
}

/// This program's own.
const SpeedupPoint* bestOf(const SpeedupStudy& study)
{
    return greatest(study, [](const SpeedupPoint& point) {
        return !isBaseline(point.backend) && !isPython(point.backend);
    });
}

/// Under an interpreter lock: Python's own where it was measured.
const SpeedupPoint* bestUnderLock(const SpeedupStudy& study)
{
    const auto best = [&](bool python) {
        return greatest(study, [python](const SpeedupPoint& point) {
            return factsOf(point.backend).oneAtATime && isPython(point.backend) == python && point.jobs > 1;
        });
    };
    const SpeedupPoint* const pythons = best(true);
    return pythons != nullptr ? pythons : best(false);
}

/// For a finding of the best point, of which it reports `told`.
template <typename Told>
auto ofBest(const Basis<SpeedupStudy>& study, Told told)
{
    return [&study, told] {
        const SpeedupPoint* const best = bestOf(*study);
        return best != nullptr ? std::optional(std::invoke(told, *best)) : std::nullopt;
    };
}

/// Why there is no speedup, as far as that is certain.
Template whyNoGain(const SpeedupStudy& study, double aloneS)
{
    constexpr double kNoTimeS = 0.001;
    const auto all = [&](auto holds) { return std::ranges::all_of(study.backends, holds); };
    if (study.cores == 1)
        return TS_TEXT("speedup",
                       "No: one after the other it takes %1, and it gets %2 times as fast at best. "
                       "There is one core, and they take turns on it.");
    if (all([](Backend backend) { return factsOf(backend).oneAtATime; }))
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
      backends(this, "backends", TS_TEXT("speedup", "Done by"), {"threads", "gil", "processes"},
               backendChoices(),
               kWho.about(TS_TEXT("speedup", "One interpreter lock: threads calculate one at a time, as "
                                             "Python's do. Lock let go: the same, but not for the "
                                             "calculation. Python: this machine's own python3."))),
      jobsMax(this, "jobs_max", TS_TEXT("speedup", "Jobs at most"),
              std::clamp<std::int64_t>(2 * readMachine().cores, 1, kMostJobs),
              kWho.between(1, kMostJobs)
                  .about(TS_TEXT("speedup", "Each way is measured with 1 job, 2, and so on up to this."))),
      repeats(this, "repeats", TS_TEXT("speedup", "Rounds"), repeatsUsual,
              kRun.between(1, 100).about(
                  TS_TEXT("speedup", "So often each point is measured, each time in another order.")))
{
    shows({{.kind = PlotSpec::Kind::speedup, .share = 2, .title = TS_TEXT("speedup", "Speedup")},
           {.kind = PlotSpec::Kind::stretches, .share = 1},
           timelinePlot()});
}

std::vector<Backend> SpeedupExperiment::chosen() const
{
    std::vector<Backend> all;
    for (const std::string& name : backends.names())
        if (const auto backend = backendNamed(name))
            all.push_back(*backend);
    return all;
}

// In the chosen order.
std::vector<LaneGroup> SpeedupExperiment::lanes() const
{
    std::vector<LaneGroup> groups;
    for (const Backend backend : chosen())
        if (const BackendFacts& facts = factsOf(backend); *facts.worker != '\0')
            groups.push_back({facts.lanes, facts.worker, jobsMax, {}, LaneNaming::hyphened});
    return groups;
}

void SpeedupExperiment::measure(Lab& lab, std::int64_t laps)
{
    SpeedupRun(lab, *this,
               {.backends = chosen(),
                .jobsMax = static_cast<int>(jobsMax),
                .repeats = static_cast<int>(repeats),
                .loops = static_cast<int>(laps)},
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
    planned.jobsMax = static_cast<int>(jobsMax);
    planned.backends = chosen();
    std::erase_if(planned.backends, isBaseline);
    return planned;
}

std::vector<Text> SpeedupExperiment::remarks() const
{
    const Text left = m_left.text();
    return left.empty() ? std::vector<Text>() : std::vector<Text>{left};
}

SpeedupExperiment::Common::Common(SpeedupExperiment* owner)
    : study(owner, [owner] { return owner->m_record.study(owner->trace(), false).value_or(SpeedupStudy()); }),
      sequentialS(
          owner, "sequential_s", TS_TEXT("speedup", "One after the other"),
          [this] {
              const SpeedupPoint* const sequential = study->find(Backend::sequential, 1);
              return sequential != nullptr ? std::optional(sequential->medianS) : std::nullopt;
          },
          "s"),
      bestSpeedup(owner, "best_speedup", TS_TEXT("speedup", "Greatest speedup"),
                  ofBest(study, &SpeedupPoint::speedup)),
      bestBackend(owner, "best_backend", TS_TEXT("speedup", "By"),
                  ofBest(study, [](const SpeedupPoint& best) { return Text(backendLabel(best.backend)); })),
      bestJobs(owner, "best_jobs", TS_TEXT("speedup", "With so many jobs"),
               ofBest(study, &SpeedupPoint::jobs)),
      observerShare(owner, "observer_share", TS_TEXT("speedup", "Used by Threadscape beside it"),
                    [this] { return study->observerShare; })
{
}

Answer SpeedupExperiment::Common::gain(const Findings& found, Outcome outcome) const
{
    if (!found.know(sequentialS))
        return TS_TEXT("speedup", "Warming up: each way is tried once before it is measured.");
    if (!found.know(bestSpeedup))
        return Text(TS_TEXT("speedup", "One after the other it takes %1."), found(sequentialS));
    const SpeedupStudy now = study.fresh();
    if (outcome == Outcome::running)
        return Text(
            TS_TEXT("speedup", "So far, after %1 of %2 measurements: at best %3 times as fast (%4, %5 at "
                               "a time)."),
            now.samplesDone, now.samplesPlanned, found(bestSpeedup), found[bestBackend], found[bestJobs]);
    constexpr double kWorthIt = 1.1;
    if (found[bestSpeedup] < kWorthIt)
        return Text(whyNoGain(now, found[sequentialS]), found(sequentialS), found(bestSpeedup));
    const SpeedupPoint* const locked = bestUnderLock(now);
    if (locked == nullptr)
        return Text(TS_PLURAL("speedup", "On %n cores it gets %1 times as fast at best (%2, %3 at a time)."),
                    found(bestSpeedup), found[bestBackend], found[bestJobs])
            .count(now.cores);
    return Text(TS_PLURAL("speedup", "On %n cores it gets %1 times as fast at best (%2, %3 at a time). "
                                     "Threads under one interpreter lock: %4 times."),
                found(bestSpeedup), found[bestBackend], found[bestJobs], NumberArg{locked->speedup})
        .count(now.cores);
}

} // namespace threadscape
