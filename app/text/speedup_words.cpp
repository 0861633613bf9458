#include "text/speedup_words.h"

#include <algorithm>
#include <cmath>

namespace threadscape {

namespace {

DurationArg lasting(double seconds)
{
    return {std::llround(seconds * 1e9)};
}

// One more digit where there would be only one.
NumberArg inPercent(double share)
{
    const double value = 100 * share;
    if (std::fabs(value) < 0.05)
        return {0, 0};
    return {value, std::fabs(value) < 9.95 ? 1 : 0};
}

// In the place of a speedup that may not be said.
Template unresolvedForm(Doubt doubt, bool before)
{
    switch (doubt) {
    case Doubt::others:
        return before
                   ? TS_PLURAL("speedup", "Before: %1, %n jobs: not resolved, other programs had the cores")
                   : TS_PLURAL("speedup", "%1, %n jobs: not resolved, other programs had the cores");
    case Doubt::tooFew:
        return before ? TS_PLURAL("speedup", "Before: %1, %n jobs: not resolved, measured once")
                      : TS_PLURAL("speedup", "%1, %n jobs: not resolved, measured once");
    case Doubt::limit:
        return before ? TS_PLURAL("speedup", "Before: %1, %n jobs: refused, faster than is possible")
                      : TS_PLURAL("speedup", "%1, %n jobs: refused, faster than is possible");
    case Doubt::overlap:
    case Doubt::none: break;
    }
    return before ? TS_PLURAL("speedup", "Before: %1, %n jobs: not resolved, the samples differ too much")
                  : TS_PLURAL("speedup", "%1, %n jobs: not resolved, the samples differ too much");
}

Text speedupSentence(const SpeedupPoint& point, bool before)
{
    const Template who = backendLabel(point.backend);
    if (isBaseline(point.backend))
        return Text(before ? TS_TEXT("speedup", "Before: %1, which the others are measured against")
                           : TS_TEXT("speedup", "%1: the others are measured against it"))
            .arg(who);
    if (!point.judged.maySay())
        return Text(unresolvedForm(point.judged.doubt, before)).arg(who).count(point.jobs);
    const Interval between = point.speedupCi.value_or(Interval{point.speedup, point.speedup});
    return Text(before ? TS_PLURAL("speedup", "Before: %1, %n jobs: %2× as fast (95 %: %3× to %4×)")
                       : TS_PLURAL("speedup", "%1, %n jobs: %2× as fast (95 %: %3× to %4×)"))
        .arg(who)
        .arg(NumberArg{point.speedup, 2})
        .arg(NumberArg{between.low, 2})
        .arg(NumberArg{between.high, 2})
        .count(point.jobs);
}

Text timesSentence(const SpeedupPoint& point)
{
    return Text(TS_PLURAL("speedup", "Median %1; mean of %n runs %2 ± %3"))
        .arg(lasting(point.medianS))
        .arg(lasting(point.meanS))
        .arg(lasting(point.stdS))
        .count(static_cast<std::int64_t>(point.samplesS.size()));
}

Text efficiencySentence(const SpeedupPoint& point)
{
    if (point.karpFlatt)
        return Text(TS_TEXT("speedup", "Efficiency %1 %; serial by Karp and Flatt %2 %"))
            .arg(inPercent(point.efficiency))
            .arg(inPercent(*point.karpFlatt));
    return Text(TS_TEXT("speedup", "Efficiency %1 %")).arg(inPercent(point.efficiency));
}

// Two lines, since six numbers are too many for one.
void addLosses(const SpeedupPoint& point, std::vector<Text>& sentences)
{
    const Losses& lost = *point.lost;
    sentences.push_back(Text(TS_TEXT("speedup", "Of the workers' time working %1 %, done before others %2 %, "
                                                "waiting for a lock %3 %"))
                            .arg(inPercent(lost.working))
                            .arg(inPercent(lost.imbalance))
                            .arg(inPercent(lost.waiting)));
    sentences.push_back(
        Text(TS_TEXT("speedup", "Ready without a core %1 %, handing out %2 %, not explained %3 %"))
            .arg(inPercent(lost.ready))
            .arg(inPercent(lost.startup))
            .arg(inPercent(lost.unexplained)));
}

void addFits(const SpeedupStudy& study, Backend backend, std::vector<Text>& sentences)
{
    for (const SpeedupFit& fit : study.fits) {
        if (fit.backend != backend || !fit.determined || !fit.serialFraction || !fit.serialFractionCi)
            continue;
        if (fit.law == ScalingLaw::amdahl)
            sentences.push_back(
                Text(TS_TEXT("speedup", "Amdahl's law fits with %1 % serial (95 %: %2 % to %3 %)"))
                    .arg(inPercent(*fit.serialFraction))
                    .arg(inPercent(fit.serialFractionCi->low))
                    .arg(inPercent(fit.serialFractionCi->high)));
        else
            sentences.push_back(
                Text(TS_TEXT("speedup", "The USL fits with %1 % serial, and %2 % for each two workers that "
                                        "have to agree"))
                    .arg(inPercent(*fit.serialFraction))
                    .arg(inPercent(fit.coherence.value_or(0))));
    }
}

// The ceiling with as many workers as cores.
void addCeilings(const SpeedupStudy& study, Backend backend, std::vector<Text>& sentences)
{
    const int jobs = std::clamp(study.cores, 1, std::max(1, study.jobsMax));
    if (study.disturbed())
        return;
    for (const SpeedupCeiling& ceiling : study.ceilings)
        if (ceiling.backend == backend && jobs > 1)
            sentences.push_back(
                Text(ceiling.cause == SpeedupCeiling::Cause::lock
                         ? TS_PLURAL("speedup", "A lock is held for %1, and allows %n workers %2× at most")
                         : TS_PLURAL("speedup", "Handing out takes %1, and allows %n workers %2× at most"))
                    .arg(lasting(ceiling.serialS))
                    .arg(NumberArg{amdahlSpeedup(std::clamp(ceiling.serialFraction, 0.0, 1.0), jobs), 2})
                    .count(jobs));
}

} // namespace

std::vector<Text> pointSentences(const SpeedupStudy& study, const PointId& id)
{
    const SpeedupPoint* point = study.find(id.backend, id.jobs);
    if (point == nullptr)
        return {};
    std::vector<Text> sentences{speedupSentence(*point, id.before), timesSentence(*point)};
    if (isBaseline(point->backend))
        return sentences;
    if (point->judged.maySay())
        sentences.push_back(efficiencySentence(*point));
    if (point->startupS > 0)
        sentences.push_back(Text(TS_PLURAL("speedup", "Starting %n workers: %1, not counted"))
                                .arg(lasting(point->startupS))
                                .count(point->jobs));
    if (point->lost)
        addLosses(*point, sentences);
    addFits(study, point->backend, sentences);
    addCeilings(study, point->backend, sentences);
    return sentences;
}

Text curveLabel(const SpeedupCurve& curve)
{
    if (curve.marks.empty() || !curve.marks.back().resolved)
        return Text(curve.before ? TS_TEXT("speedup", "%1 before: not resolved")
                                 : TS_TEXT("speedup", "%1: not resolved"))
            .arg(backendLabel(curve.backend));
    return Text(curve.before ? TS_TEXT("speedup", "%1 before %2×") : TS_TEXT("speedup", "%1 %2×"))
        .arg(backendLabel(curve.backend))
        .arg(NumberArg{curve.marks.back().speedup, 1});
}

Text lawLabel(const SpeedupLaw& law)
{
    switch (law.kind) {
    case SpeedupLaw::Kind::amdahl:
        return Text(TS_TEXT("speedup", "Amdahl, %1 % serial")).arg(inPercent(law.serialFraction));
    case SpeedupLaw::Kind::usl: return TS_TEXT("speedup", "USL");
    case SpeedupLaw::Kind::ceiling: break;
    }
    const bool lock = law.cause == SpeedupCeiling::Cause::lock;
    const double most = law.at(law.toJobs);
    return Text(lock ? TS_TEXT("speedup", "the lock allows %1×")
                     : TS_TEXT("speedup", "handing out allows %1×"))
        .arg(NumberArg{most, lock || most >= 10 ? 1 : 2});
}

Text progressSentence(const SpeedupProgress& progress)
{
    if (progress.leftNs > 0)
        return Text(TS_TEXT("speedup", "%1 of %2 samples, about %3 left"))
            .arg(progress.done)
            .arg(progress.planned)
            .arg(DurationArg{progress.leftNs});
    return Text(TS_TEXT("speedup", "%1 of %2 samples")).arg(progress.done).arg(progress.planned);
}

Text timesText(double value, int digits)
{
    return Text(TS_TEXT("speedup", "%1×")).arg(NumberArg{value, digits});
}

} // namespace threadscape
