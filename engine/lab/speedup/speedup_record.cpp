#include "lab/speedup/speedup_record.h"

#include "analysis/others.h"
#include "analysis/summary.h"
#include "base/scoped_lock.h"
#include "measure/speedup_analysis.h"
#include "os/clock.h"
#include "os/machine.h"

#include <algorithm>
#include <cmath>

namespace threadscape {

namespace {

std::int64_t firstBegin(const Lap& lap) noexcept
{
    std::int64_t first = lap.toNs;
    for (const JobTime& job : lap.jobs)
        first = std::min(first, job.fromNs);
    return first;
}

/// How long a track held locks within a stretch.
std::int64_t heldNs(const Trace& trace, TrackId track, std::int64_t fromNs, std::int64_t toNs) noexcept
{
    std::int64_t held = 0;
    if (track < trace.lanes())
        for (const auto& channel : trace.lane(track).holds) {
            const std::size_t count = channel.size();
            if (count > 0)
                held += channel.coveredUntil(toNs, count)[0] - channel.coveredUntil(fromNs, count)[0];
        }
    return held;
}

/// The sample that is nearest to the median.
std::size_t typical(const std::vector<double>& samples, double median) noexcept
{
    const auto nearest =
        std::ranges::min_element(samples, {}, [median](double sample) { return std::abs(sample - median); });
    return static_cast<std::size_t>(nearest - samples.begin());
}

} // namespace

void SpeedupRecord::begin(const SpeedupStudy& plan, std::int64_t startNs, std::uint64_t seed)
{
    const ScopedLock guard(m_mutex);
    m_plan = plan;
    m_startNs = startNs;
    m_seed = seed;
    m_series.clear();
    m_fromNs = monotonicNs() - startNs;
    m_toNs = m_fromNs;
    m_stale = true;
}

SpeedupRecord::Series& SpeedupRecord::seriesOf(Backend backend, int jobs)
{
    for (Series& series : m_series)
        if (series.point.backend == backend && series.point.jobs == jobs)
            return series;
    Series& series = m_series.emplace_back();
    series.point.backend = backend;
    series.point.jobs = jobs;
    series.point.group = factsOf(backend).lanes.source;
    return series;
}

void SpeedupRecord::addSample(Backend backend, int jobs, const SpeedupBackend::Sample& sample)
{
    const ScopedLock guard(m_mutex);
    Series& series = seriesOf(backend, jobs);
    series.point.startupS = sample.startupS;
    series.point.value = sample.value;
    series.point.samplesS.push_back(sample.seconds);
    series.cpu = series.cpu + sample.cpu;
    const auto samples = static_cast<double>(series.point.samplesS.size());
    series.point.cpuUserS = static_cast<double>(series.cpu.userNs) * 1e-9 / samples;
    series.point.cpuSysS = static_cast<double>(series.cpu.systemNs) * 1e-9 / samples;
    series.laps.emplace_back();
    if (sample.lap)
        series.laps.back() = Kept{.lap = *sample.lap, .ns = {}};
    ++m_plan->samplesDone;
    m_toNs = monotonicNs() - m_startNs;
    m_stale = true;
}

void SpeedupRecord::addObserver(std::int64_t usedNs, std::int64_t workedNs)
{
    const ScopedLock guard(m_mutex);
    m_observerNs += std::max<std::int64_t>(0, usedNs);
    m_workedNs += workedNs;
}

void SpeedupRecord::addUnseen(std::int64_t usedNs)
{
    const ScopedLock guard(m_mutex);
    m_unseenNs += std::max<std::int64_t>(0, usedNs);
}

void SpeedupRecord::setLeft(double seconds)
{
    const ScopedLock guard(m_mutex);
    if (m_plan)
        m_plan->secondsLeft = seconds;
    m_stale = true;
}

double SpeedupRecord::left() const
{
    const ScopedLock guard(m_mutex);
    return m_plan ? m_plan->secondsLeft : 0;
}

// The breakdown of the workers' time in one lap, without the unexplained rest.
void SpeedupRecord::settle(Kept& kept, const Trace& trace, const Snapshot& snapshot) const
{
    const Lap& lap = kept.lap;
    kept.settled = snapshot.finished || snapshot.nowNs > lap.toNs - m_startNs;
    kept.ns = {};
    kept.holdNs = 0;
    const std::int64_t end = lap.lastEndNs();
    for (const JobTime& job : lap.jobs) {
        kept.ns.startup += static_cast<double>(job.fromNs - lap.fromNs + lap.toNs - end);
        kept.ns.imbalance += static_cast<double>(end - job.toNs);
        const std::int64_t fromNs = job.fromNs - m_startNs;
        const std::int64_t toNs = job.toNs - m_startNs;
        const StateTimes times = timeInStates(trace, snapshot, job.track, fromNs, toNs);
        for (int s = 0; s < kStates; ++s) {
            const auto state = static_cast<State>(s);
            const auto ns = static_cast<double>(times[static_cast<std::size_t>(s)]);
            if (state == State::running)
                kept.ns.working += ns;
            else if (state == State::ready)
                kept.ns.ready += ns;
            else if (state != State::unknown)
                kept.ns.waiting += ns;
        }
        kept.holdNs += heldNs(trace, job.track, fromNs, toNs);
    }
}

void SpeedupRecord::fillLosses(Series& series) const
{
    Losses sum;
    double wholeNs = 0;
    for (const std::optional<Kept>& kept : series.laps) {
        if (!kept)
            continue;
        wholeNs += static_cast<double>(kept->lap.toNs - kept->lap.fromNs) * series.point.jobs;
        sum.working += kept->ns.working;
        sum.imbalance += kept->ns.imbalance;
        sum.waiting += kept->ns.waiting;
        sum.ready += kept->ns.ready;
        sum.startup += kept->ns.startup;
    }
    if (wholeNs <= 0)
        return;
    Losses shares{.working = sum.working / wholeNs,
                  .imbalance = sum.imbalance / wholeNs,
                  .waiting = sum.waiting / wholeNs,
                  .ready = sum.ready / wholeNs,
                  .startup = sum.startup / wholeNs};
    shares.unexplained =
        1 - (shares.working + shares.imbalance + shares.waiting + shares.ready + shares.startup);
    series.point.lost = shares;
}

// In the records of CPU clocks the program's own work beside the run cannot be told from others'.
void SpeedupRecord::fillOthers(SpeedupStudy& study, const Trace& trace, const Snapshot& snapshot) const
{
    OthersTime others = othersTime(trace, snapshot, m_fromNs, m_toNs);
    if (!others.exact)
        others.othersNs = std::max<std::int64_t>(0, others.othersNs - m_unseenNs - m_observerNs);
    study.othersShare = others.share();
}

// From the laps of two and more jobs: the part that was serial in them whatever the number of jobs.
void SpeedupRecord::fillCeilings(SpeedupStudy& study) const
{
    const SpeedupPoint* const sequential = study.find(Backend::sequential, 1);
    if (sequential == nullptr || sequential->medianS <= 0)
        return;
    for (const Backend backend : study.backends) {
        if (isBaseline(backend) || isPython(backend))
            continue;
        const bool byLock = factsOf(backend).oneAtATime;
        double serialS = 0;
        int laps = 0;
        for (const Series& series : m_series) {
            if (series.point.backend != backend || series.point.jobs < 2 || series.point.jobs > study.cores)
                continue;
            for (const std::optional<Kept>& kept : series.laps) {
                if (!kept || !kept->settled)
                    continue;
                const Lap& lap = kept->lap;
                serialS += 1e-9 * static_cast<double>(byLock ? kept->holdNs
                                                             : firstBegin(lap) - lap.fromNs + lap.toNs -
                                                                   lap.lastEndNs());
                ++laps;
            }
        }
        if (laps == 0)
            continue;
        serialS /= laps;
        study.ceilings.push_back(
            {.backend = backend,
             .cause = byLock ? SpeedupCeiling::Cause::lock : SpeedupCeiling::Cause::handover,
             .serialS = serialS,
             .serialFraction = std::min(1.0, serialS / sequential->medianS)});
    }
}

void SpeedupRecord::fillEvidence(SpeedupPoint& point, const Series& series) const
{
    const std::optional<Kept>& kept = series.laps[typical(point.samplesS, point.medianS)];
    if (!kept)
        return;
    point.fromNs = kept->lap.fromNs - m_startNs;
    point.toNs = kept->lap.toNs - m_startNs;
}

std::optional<SpeedupStudy> SpeedupRecord::study(const Trace* trace, bool whole) const
{
    const ScopedLock guard(m_mutex);
    if (!m_plan)
        return std::nullopt;
    const auto snapshot = trace != nullptr ? trace->snapshot() : nullptr;
    if (trace != nullptr) {
        const Trace::Reader reader = trace->reader();
        for (Series& series : m_series)
            for (std::optional<Kept>& kept : series.laps)
                if (kept && !kept->settled) {
                    settle(*kept, *trace, *snapshot);
                    m_stale = true;
                }
    }
    if (!m_stale && m_told && (m_toldWhole || !whole))
        return m_told;
    SpeedupStudy study = *m_plan;
    for (Series& series : m_series) {
        fillLosses(series);
        study.points.push_back(series.point);
    }
    if (trace != nullptr) {
        const Trace::Reader reader = trace->reader();
        fillOthers(study, *trace, *snapshot);
    }
    analyse(study, m_seed, whole ? Fitting::with : Fitting::without);
    for (SpeedupPoint& point : study.points)
        for (const Series& series : m_series)
            if (series.point.backend == point.backend && series.point.jobs == point.jobs)
                fillEvidence(point, series);
    if (whole)
        fillCeilings(study);
    if (m_workedNs > 0)
        study.observerShare =
            static_cast<double>(m_observerNs) / (static_cast<double>(m_workedNs) * study.cores);
    m_told = study;
    m_toldWhole = whole;
    m_stale = false;
    return study;
}

} // namespace threadscape
