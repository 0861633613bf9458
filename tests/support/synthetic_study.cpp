#include "support/synthetic_study.h"

#include "ingest/trace_builder.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace threadscape::samples {

namespace {

constexpr int kRounds = 7;
constexpr std::int64_t kBetweenNs = 2'000'000;
constexpr std::int64_t kSwitchNs = 5'000'000; // of the interpreter lock

double serialOf(Backend backend)
{
    switch (backend) {
    case Backend::gil:
    case Backend::pythonThreads: return 1;
    case Backend::processes: return 0.06;
    case Backend::parallel: return 0.12;
    case Backend::nogil: return 0.03;
    case Backend::pythonProcesses: return 0.2;
    case Backend::sequential:
    case Backend::pythonSequential:
    case Backend::threads: break;
    }
    return 0.02;
}

double speedupOf(const StudySpec& spec, Backend backend, int jobs)
{
    const double serial = serialOf(backend);
    const double crowd = 0.015 * std::max(0, jobs - spec.cores);
    const double n = std::min(jobs, spec.cores);
    return std::max(0.1, spec.better / (serial + (1 - serial) / n) - crowd);
}

SpeedupPoint pointOf(const StudySpec& spec, Backend backend, int jobs, std::int64_t& atNs)
{
    SpeedupPoint point;
    point.backend = backend;
    point.jobs = jobs;
    point.speedup = isBaseline(backend) ? 1 : speedupOf(spec, backend, jobs);
    const double bar =
        isBaseline(backend) ? 0 : spec.noise * (2 - spec.rounds / static_cast<double>(kRounds));
    point.speedupCi = Interval{point.speedup * (1 - bar), point.speedup * (1 + 1.3 * bar)};
    point.judged = judge({point.speedup, point.speedupCi}, spec.others);
    point.medianS = (isPython(backend) ? spec.pythonS : spec.workS) / point.speedup;
    point.meanS = point.medianS * 1.01;
    point.stdS = point.medianS * 0.013;
    point.medianCiS = Interval{point.medianS * 0.99, point.medianS * 1.02};
    for (int r = 0; r < spec.rounds; ++r)
        point.samplesS.push_back(point.medianS * (1 + 0.005 * (r - spec.rounds / 2)));
    point.startupS = backend == Backend::processes ? 0.0032 * jobs : 0.00008 * jobs;
    point.cpuUserS = point.medianS * std::min(jobs, spec.cores);
    point.efficiency = point.speedup / jobs;
    if (jobs > 1)
        point.karpFlatt = (1 / point.speedup - 1.0 / jobs) / (1 - 1.0 / jobs);
    if (isPython(backend))
        return point;
    const double rest = 1 - point.efficiency;
    const bool gil = backend == Backend::gil;
    point.lost =
        Losses{point.efficiency, 0.1 * rest, gil ? 0.8 * rest : 0, (gil ? 0 : 0.7) * rest, 0.05 * rest, 0};
    point.lost->unexplained = rest - 0.15 * rest - point.lost->waiting - point.lost->ready;
    point.group = backendLabel(backend).source;
    point.fromNs = atNs;
    point.toNs = atNs + std::llround(point.medianS * 1e9);
    atNs = point.toNs + kBetweenNs;
    return point;
}

/// When one lane works, in its order.
class Work {
public:
    void add(std::int64_t fromNs, std::int64_t toNs, State otherwise)
    {
        if (toNs > fromNs)
            m_spans.push_back({fromNs, toNs, otherwise});
    }

    void tell(TraceBuilder& builder, const ClockAnchor& anchor, TrackId track, std::int64_t endNs) const
    {
        // The first stamp that the trace shows as `ns`: how fast stamps count is measured anew in each process.
        const auto at = [&](std::int64_t ns) {
            Ticks stamp = anchor.ticks + static_cast<Ticks>(static_cast<double>(ns) * ticksPerNs()) - 2;
            while (builder.clock().toNs(stamp) < ns)
                ++stamp;
            return stamp;
        };
        builder.take(momentEvent(EventKind::begin, track, kNoObject, at(0), 0));
        std::int64_t free = 1000;
        const auto wait = [&](std::int64_t toNs, State state) {
            if (toNs > free)
                builder.take(spanEvent(EventKind::wait, track, kNoObject, at(free), at(toNs), kNoTrack,
                                       static_cast<std::uint8_t>(state)));
        };
        for (const Span& span : m_spans) {
            wait(span.fromNs, span.otherwise);
            free = span.toNs;
        }
        wait(endNs - 1000, State::queue);
        builder.take(momentEvent(EventKind::end, track, kNoObject, at(endNs), 0));
    }

private:
    struct Span {
        std::int64_t fromNs;
        std::int64_t toNs;
        State otherwise; // what it did before, since the last
    };
    std::vector<Span> m_spans;
};

void work(const SpeedupPoint& point, std::vector<Work>& lanes)
{
    const std::int64_t length = point.toNs - point.fromNs;
    for (int j = 0; j < point.jobs; ++j) {
        Work& lane = lanes[static_cast<std::size_t>(j)];
        if (point.backend != Backend::gil) {
            const std::int64_t gap = point.backend == Backend::processes ? length / 16 : length / 200;
            lane.add(point.fromNs + gap * (j + 1) / point.jobs,
                     point.toNs - (point.jobs - 1 - j) * length / 60, State::queue);
            continue;
        }
        bool first = true;
        for (std::int64_t turn = j; turn * kSwitchNs < length; turn += point.jobs, first = false) {
            const std::int64_t from = point.fromNs + turn * kSwitchNs;
            if (first && j > 0)
                lane.add(point.fromNs, point.fromNs + 1, State::queue);
            lane.add(from, std::min(from + kSwitchNs, point.toNs),
                     first && j == 0 ? State::queue : State::gil);
        }
    }
}

} // namespace

SpeedupStudy syntheticStudy(const StudySpec& spec)
{
    SpeedupStudy study;
    study.cores = spec.cores;
    study.othersShare = spec.others;
    study.jobsMax = spec.jobsMax;
    study.backends = spec.backends;
    std::erase_if(study.backends, isBaseline); // as a run tells them
    const auto measured = static_cast<int>(
        std::ranges::count_if(spec.backends, [](Backend backend) { return !isBaseline(backend); }));
    study.samplesPlanned = kRounds * (1 + measured * spec.jobsMax);
    study.samplesDone = study.samplesPlanned * spec.rounds / kRounds;
    study.secondsLeft = 0.08 * (study.samplesPlanned - study.samplesDone);
    if (spec.rounds == 0)
        return study;
    std::int64_t atNs = 10'000'000;
    const bool python = std::ranges::any_of(spec.backends, isPython);
    study.points.push_back(pointOf(spec, Backend::sequential, 1, atNs));
    if (python)
        study.points.push_back(pointOf(spec, Backend::pythonSequential, 1, atNs));
    for (const Backend backend : spec.backends) {
        if (isBaseline(backend))
            continue;
        for (int jobs = 1; jobs <= spec.jobsMax; ++jobs)
            study.points.push_back(pointOf(spec, backend, jobs, atNs));
        const double serial = serialOf(backend);
        const bool determined = backend != Backend::parallel && !study.disturbed();
        study.fits.push_back(
            {backend, ScalingLaw::amdahl, serial, Interval{0.8 * serial, 1.2 * serial}, {}, {}, determined});
        study.fits.push_back({backend, ScalingLaw::usl, serial * 0.7, Interval{0.5 * serial, serial}, 0.02,
                              Interval{0.01, 0.03}, determined});
    }
    if (std::ranges::count(spec.backends, Backend::gil) > 0)
        study.ceilings.push_back({Backend::gil, SpeedupCeiling::Cause::lock, spec.workS * 0.99, 0.99});
    if (std::ranges::count(spec.backends, Backend::threads) > 0)
        study.ceilings.push_back(
            {Backend::threads, SpeedupCeiling::Cause::handover, spec.workS * 0.005, 0.005});
    return study;
}

std::shared_ptr<Trace> studyTrace(const SpeedupStudy& study)
{
    auto catalogue = std::make_shared<Catalogue>();
    auto trace = std::make_shared<Trace>(catalogue);
    const ClockAnchor anchor{1'000'000'000'000, 0};
    TraceBuilder builder(*trace, anchor);
    std::int64_t endNs = 20'000'000;
    for (const SpeedupPoint& point : study.points)
        endNs = std::max(endNs, point.toNs + 10'000'000);
    for (const Backend backend : study.backends) {
        if (isPython(backend))
            continue;
        std::vector<Work> lanes(static_cast<std::size_t>(isBaseline(backend) ? 1 : study.jobsMax));
        for (const SpeedupPoint& point : study.points)
            if (point.backend == backend)
                work(point, lanes);
        const std::string group = backendLabel(backend).source;
        for (std::size_t l = 0; l < lanes.size(); ++l) {
            const auto kind = backend == Backend::processes ? TrackKind::process : TrackKind::thread;
            const TrackId track = catalogue->addTrack("Worker " + std::to_string(l + 1), group, kind);
            lanes[l].tell(builder, anchor, track, endNs);
        }
    }
    auto snapshot = std::make_shared<Snapshot>();
    snapshot->nowNs = endNs;
    snapshot->finished = true;
    snapshot->lanes.resize(catalogue->tracks());
    builder.flush();
    builder.publish(std::move(snapshot));
    return trace;
}

MeasuredExperiment::MeasuredExperiment(SpeedupStudy study)
    : Experiment({"measured", TS_TEXT("test", "Speedup"), TS_TEXT("test", "Integral"),
                  TS_TEXT("test", "Do n workers make it n times faster?")}),
      m_study(std::move(study))
{
}

std::vector<PlotSpec> MeasuredExperiment::plots() const
{
    return {{.kind = PlotSpec::Kind::speedup, .share = 2, .title = TS_TEXT("test", "Speedup")},
            {.kind = PlotSpec::Kind::stretches, .share = 1},
            {.kind = PlotSpec::Kind::timeline, .share = 1}};
}

std::vector<LaneGroup> MeasuredExperiment::lanes() const
{
    std::vector<LaneGroup> groups;
    for (const Backend backend : m_study.backends)
        if (!isPython(backend))
            groups.push_back(
                {backendLabel(backend), "Worker", isBaseline(backend) ? 1 : std::int64_t{m_study.jobsMax}});
    return groups;
}

std::optional<SpeedupStudy> MeasuredExperiment::study() const
{
    ++m_asked;
    return m_study;
}

} // namespace threadscape::samples
