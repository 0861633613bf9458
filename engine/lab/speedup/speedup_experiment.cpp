#include "lab/speedup/speedup_experiment.h"

#include "lab/kit/doubt_words.h"
#include "lab/lab.h"
#include "lab/speedup/speedup_run.h"
#include "measure/speedup_analysis.h"
#include "measure/speedup_best.h"
#include "os/machine.h"

#include <algorithm>

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

/// The same for all answers about one study: it need not depend on the run's seed.
constexpr std::uint64_t kSeed = 1;

/// For a finding of the best point that may be called so, of which it reports `told`.
template <typename Told>
auto ofBest(const Basis<SpeedupStudy>& study, Told told)
{
    return [&study, told] {
        const BestSpeedup best = bestSpeedup(*study, kSeed);
        const bool maySay = best.point != nullptr && best.point->judged.maySay();
        return maySay ? told(best) : std::nullopt;
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
    std::vector<Text> all;
    if (Text left = m_left.text(); !left.empty())
        all.push_back(std::move(left));
    const std::optional<SpeedupStudy> measured = m_record.study(trace(), false);
    const auto refused =
        measured ? std::ranges::count(measured->points, Standing::impossible,
                                      [](const SpeedupPoint& point) { return point.judged.standing; })
                 : 0;
    if (refused > 0 && measured->secondsLeft == 0)
        all.push_back(
            Text(TS_PLURAL("speedup", "%n points are refused, and not drawn: they came out faster than "
                                      "is possible, so what they are compared with was disturbed."))
                .count(refused));
    return all;
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
                  ofBest(study, [](const BestSpeedup& best) { return std::optional(best.point->speedup); })),
      bestBackend(owner, "best_backend", TS_TEXT("speedup", "By"),
                  ofBest(study,
                         [](const BestSpeedup& best) {
                             return best.isGain() && best.beatsRivals
                                        ? std::optional(Text(backendLabel(best.point->backend)))
                                        : std::nullopt;
                         })),
      bestJobs(owner, "best_jobs", TS_TEXT("speedup", "With so many jobs"),
               ofBest(study,
                      [](const BestSpeedup& best) {
                          return best.isGain() ? std::optional<std::int64_t>(best.point->jobs) : std::nullopt;
                      })),
      observerShare(owner, "observer_share", TS_TEXT("speedup", "Used by Threadscape beside it"),
                    [this] { return study->observerShare; }),
      othersShare(owner, "others_share", TS_TEXT("speedup", "Share of the cores that other programs had"),
                  [this] { return study->othersShare; })
{
}

Answer SpeedupExperiment::Common::gain(const Findings& found, Outcome outcome) const
{
    if (!found.know(sequentialS))
        return TS_TEXT("speedup", "Warming up: each way is tried once before it is measured.");
    const SpeedupStudy now = study.fresh();
    if (now.samplesDone < 2)
        return Text(TS_TEXT("speedup", "One after the other it takes %1."), found(sequentialS));
    const BestSpeedup best = threadscape::bestSpeedup(now, kSeed);
    const bool maySay = best.point != nullptr && best.point->judged.maySay();
    if (outcome == Outcome::running && !(maySay && best.isGain()))
        return Text(TS_TEXT("speedup", "After %1 of %2 measurements nothing is certain yet."),
                    now.samplesDone, now.samplesPlanned);
    if (!maySay)
        return Answer(doubtInWords(commonDoubt(now), now.othersShare))
            .claiming("nothing may be called best", !found.know(bestSpeedup) && !found.know(bestBackend));
    const double gain = found[bestSpeedup];
    const auto claimed = [&](Text&& sentence) {
        return Answer(std::move(sentence))
            .claiming("it is faster", gain > 1 && best.point->speedupCi && best.point->speedupCi->low > 1)
            .claiming("no faster than is possible", gain <= kAboveLimit * speedupLimit(now, *best.point))
            .claiming("others left the cores alone", !now.disturbed());
    };
    const Interval between = best.point->speedupCi.value_or(Interval{gain, gain});
    if (outcome == Outcome::running)
        return claimed(Text(TS_TEXT("speedup", "So far, after %1 of %2 measurements: %3 times as fast."),
                            now.samplesDone, now.samplesPlanned, found(bestSpeedup)));
    constexpr double kWorthIt = 1.1;
    if (!best.isGain() || gain < kWorthIt)
        return Answer(Text(whyNoGain(now, found[sequentialS]), found(sequentialS), found(bestSpeedup)))
            .claiming("it hardly gains", gain < kWorthIt)
            .claiming("none is called best", !found.know(bestBackend) || gain > 1);
    const SpeedupPoint* const locked = bestUnderLock(now);
    const auto told = [&](Template named, Template unnamed) {
        Text sentence(best.beatsRivals ? named : unnamed, found(bestSpeedup), NumberArg{between.low},
                      NumberArg{std::min(between.high, speedupLimit(now, *best.point))});
        if (best.beatsRivals)
            sentence.add(found[bestBackend]);
        sentence.add(found[bestJobs]);
        if (locked != nullptr)
            sentence.add(NumberArg{locked->speedup});
        return claimed(std::move(sentence).count(now.cores))
            .claiming("the best beats its rivals, or none is named",
                      best.beatsRivals == found.know(bestBackend));
    };
    if (locked == nullptr)
        return told(TS_PLURAL("speedup", "On %n cores it gets %1 times as fast (95 %: %2 to %3): %4, %5 at a "
                                         "time."),
                    TS_PLURAL("speedup", "On %n cores it gets %1 times as fast (95 %: %2 to %3) with %4 at a "
                                         "time, whichever way."));
    return told(TS_PLURAL("speedup",
                          "On %n cores it gets %1 times as fast (95 %: %2 to %3): %4, %5 at a time. "
                          "Threads under one interpreter lock: %6 times."),
                TS_PLURAL("speedup",
                          "On %n cores it gets %1 times as fast (95 %: %2 to %3) with %4 at a time. "
                          "Threads under one interpreter lock: %5 times."))
        .claiming("the lock's number is possible", locked->speedup <= kAboveLimit);
}

} // namespace threadscape
