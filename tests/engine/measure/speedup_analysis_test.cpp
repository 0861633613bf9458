#include "measure/speedup_analysis.h"

#include "measure/scaling_laws.h"

#include <gtest/gtest.h>
#include <initializer_list>
#include <utility>

namespace threadscape {
namespace {

SpeedupPoint timedPoint(Backend backend, int jobs, std::vector<double> samplesS)
{
    SpeedupPoint point;
    point.backend = backend;
    point.jobs = jobs;
    point.samplesS = std::move(samplesS);
    return point;
}

// Seven samples about the time that the law has it take.
SpeedupPoint timedBy(Backend backend, int jobs, double sequentialS, double contention, double coherence)
{
    const double time = sequentialS / uslSpeedup(contention, coherence, jobs);
    std::vector<double> samples;
    for (const double off : {0.02, -0.03, 0.0, 0.01, -0.01, 0.03, -0.02})
        samples.push_back(time * (1 + off * (jobs % 2 == 0 ? 1 : -0.5)));
    return timedPoint(backend, jobs, samples);
}

SpeedupStudy measuredStudy()
{
    SpeedupStudy study;
    study.cores = 8;
    study.jobsMax = 8;
    study.backends = {Backend::processes, Backend::threads, Backend::pythonProcesses};
    for (int jobs = 8; jobs >= 1; --jobs) {
        study.points.push_back(timedBy(Backend::threads, jobs, 0.4, 0.05, 0.01));
        study.points.push_back(timedBy(Backend::processes, jobs, 0.4, 0.2, 0));
        study.points.push_back(timedBy(Backend::pythonProcesses, jobs, 40, 0.1, 0));
    }
    study.points.push_back(timedBy(Backend::pythonSequential, 1, 40, 0, 0));
    study.points.push_back(timedBy(Backend::sequential, 1, 0.4, 0, 0));
    for (SpeedupPoint& point : study.points) {
        point.startupS = 0.01 * point.jobs;
        point.cpuUserS = 0.3;
        point.group = backendName(point.backend);
        point.fromNs = 5;
        point.toNs = 9;
        if (!isPython(point.backend))
            point.lost = Losses{.imbalance = 0.02, .waiting = 0.03, .ready = 0.04, .startup = 0.05};
    }
    return study;
}

const SpeedupFit* fitOf(const SpeedupStudy& study, Backend backend, ScalingLaw law)
{
    for (const SpeedupFit& fit : study.fits)
        if (fit.backend == backend && fit.law == law)
            return &fit;
    return nullptr;
}

TEST(SpeedupAnalysis, DescribesTheSamplesOfEachPoint)
{
    SpeedupStudy study;
    study.points = {timedPoint(Backend::threads, 3, {2, 4, 4, 4, 5, 5, 7, 9})};
    analyse(study, 1);
    const SpeedupPoint& point = study.points[0];
    EXPECT_EQ(point.medianS, 4.5);
    EXPECT_EQ(point.meanS, 5);
    EXPECT_EQ(point.stdS, 2);
    ASSERT_TRUE(point.medianCiS);
    EXPECT_GE(point.medianCiS->low, 2);
    EXPECT_LT(point.medianCiS->low, 4.5);
    EXPECT_GT(point.medianCiS->high, 4.5);
    EXPECT_LE(point.medianCiS->high, 9);
}

TEST(SpeedupAnalysis, SetsEachPointAgainstItsBaseline)
{
    SpeedupStudy study;
    study.cores = 4;
    study.points = {timedPoint(Backend::threads, 2, {0.55, 0.6, 0.65}),
                    timedPoint(Backend::sequential, 1, {1.15, 1.1, 1.0}),
                    timedPoint(Backend::pythonProcesses, 4, {33}),
                    timedPoint(Backend::pythonSequential, 1, {66})};
    analyse(study, 1);
    const SpeedupPoint& threads = *study.find(Backend::threads, 2);
    EXPECT_DOUBLE_EQ(threads.speedup, 1.1 / 0.6);
    EXPECT_DOUBLE_EQ(threads.efficiency, 1.1 / 1.2);
    EXPECT_DOUBLE_EQ(threads.karpFlatt.value_or(-1), karpFlatt(1.1 / 0.6, 2));
    ASSERT_TRUE(threads.speedupCi);
    EXPECT_GT(threads.speedupCi->low, 1);
    EXPECT_LT(threads.speedupCi->low, threads.speedup);
    EXPECT_GT(threads.speedupCi->high, threads.speedup);
    EXPECT_EQ(threads.judged, (Judgement{Standing::resolved, Doubt::none}));
    const SpeedupPoint& python = *study.find(Backend::pythonProcesses, 4);
    EXPECT_EQ(python.speedup, 2);
    EXPECT_FALSE(python.speedupCi);
    EXPECT_EQ(python.judged, (Judgement{Standing::unresolved, Doubt::tooFew}));
    EXPECT_EQ(python.efficiency, 0.5);
    const SpeedupPoint& sequential = *study.find(Backend::sequential, 1);
    EXPECT_EQ(sequential.speedup, 1);
    EXPECT_EQ(sequential.speedupCi, (Interval{1, 1}));
    EXPECT_EQ(sequential.efficiency, 1);
    EXPECT_FALSE(sequential.karpFlatt);
}

TEST(SpeedupAnalysis, OneJobOfABackendHasASpeedupAndNoSerialFraction)
{
    SpeedupStudy study;
    study.points = {timedPoint(Backend::processes, 1, {2}), timedPoint(Backend::sequential, 1, {1})};
    analyse(study, 1);
    const SpeedupPoint& point = *study.find(Backend::processes, 1);
    EXPECT_EQ(point.speedup, 0.5);
    EXPECT_EQ(point.efficiency, 0.5);
    EXPECT_FALSE(point.karpFlatt);
}

// More than two jobs on two cores, and any under a lock: the sequential run was disturbed.
TEST(SpeedupAnalysis, RefusesWhatIsImpossible)
{
    SpeedupStudy study;
    study.cores = 2;
    study.points = {timedPoint(Backend::sequential, 1, {1, 1.01, 1.02}),
                    timedPoint(Backend::threads, 4, {0.4, 0.41, 0.42}),
                    timedPoint(Backend::threads, 2, {0.51, 0.52, 0.53}),
                    timedPoint(Backend::gil, 2, {0.8, 0.81, 0.82})};
    analyse(study, 1);
    for (const auto& [backend, jobs] : {std::pair(Backend::threads, 4), std::pair(Backend::gil, 2)}) {
        const SpeedupPoint& point = *study.find(backend, jobs);
        EXPECT_EQ(point.judged, (Judgement{Standing::impossible, Doubt::limit}));
        EXPECT_EQ(point.speedup, 0);
        EXPECT_EQ(point.efficiency, 0);
        EXPECT_FALSE(point.speedupCi);
        EXPECT_FALSE(point.karpFlatt);
        EXPECT_GT(point.medianS, 0); // what was measured stays
    }
    EXPECT_EQ(study.find(Backend::threads, 2)->judged.standing, Standing::resolved);
}

TEST(SpeedupAnalysis, BesideOthersNoLawIsDetermined)
{
    SpeedupStudy study = measuredStudy();
    study.othersShare = 0.02;
    analyse(study, 1);
    EXPECT_TRUE(fitOf(study, Backend::threads, ScalingLaw::usl)->determined);
    study.othersShare = 0.5;
    analyse(study, 1);
    for (const SpeedupFit& fit : study.fits)
        EXPECT_FALSE(fit.determined);
    EXPECT_EQ(study.find(Backend::threads, 4)->judged, (Judgement{Standing::unresolved, Doubt::others}));
}

TEST(SpeedupAnalysis, PutsThePointsInOrder)
{
    SpeedupStudy study = measuredStudy();
    study.points.insert(study.points.begin(), timedPoint(Backend::nogil, 2, {1})); // not asked for
    study.points.insert(study.points.begin(), timedPoint(Backend::parallel, 2, {1}));
    analyse(study, 1);
    std::vector<std::pair<Backend, int>> order;
    for (const SpeedupPoint& point : study.points)
        order.emplace_back(point.backend, point.jobs);
    std::vector<std::pair<Backend, int>> wanted{{Backend::sequential, 1}, {Backend::pythonSequential, 1}};
    for (const Backend backend : study.backends)
        for (int jobs = 1; jobs <= 8; ++jobs)
            wanted.emplace_back(backend, jobs);
    wanted.emplace_back(Backend::nogil, 2);
    wanted.emplace_back(Backend::parallel, 2);
    EXPECT_EQ(order, wanted);
}

TEST(SpeedupAnalysis, LeavesWhatWasMeasuredAsItIs)
{
    SpeedupStudy study = measuredStudy();
    study.ceilings.push_back({.serialS = 0.1});
    study.samplesDone = 3;
    study.observerShare = 0.01;
    const SpeedupStudy before = study;
    analyse(study, 1);
    ASSERT_EQ(study.points.size(), before.points.size());
    for (const SpeedupPoint& was : before.points) {
        SpeedupPoint now = *study.find(was.backend, was.jobs);
        now.medianS = now.meanS = now.stdS = now.speedup = now.efficiency = 0;
        now.medianCiS = now.speedupCi = std::nullopt;
        now.judged = {};
        now.karpFlatt.reset();
        if (now.lost)
            now.lost->unexplained = 0;
        EXPECT_EQ(now, was);
    }
    study.points = before.points;
    study.fits = before.fits;
    EXPECT_EQ(study, before);
}

TEST(SpeedupAnalysis, FitsBothLawsToEachBackendThatIsNoBaseline)
{
    SpeedupStudy study = measuredStudy();
    study.points.push_back(timedPoint(Backend::gil, 2, {1, 1, 1})); // one point
    study.points.push_back(timedPoint(Backend::sequential, 2, {1, 1, 1}));
    analyse(study, 1);
    ASSERT_EQ(study.fits.size(), 6U);
    for (std::size_t i = 0; i < study.fits.size(); ++i) {
        EXPECT_EQ(study.fits[i].backend, study.backends[i / 2]);
        EXPECT_EQ(study.fits[i].law, i % 2 == 0 ? ScalingLaw::amdahl : ScalingLaw::usl);
        EXPECT_TRUE(study.fits[i].determined);
    }
    EXPECT_NEAR(fitOf(study, Backend::processes, ScalingLaw::amdahl)->serialFraction.value_or(-1), 0.2, 0.01);
    EXPECT_NEAR(fitOf(study, Backend::pythonProcesses, ScalingLaw::amdahl)->serialFraction.value_or(-1), 0.1,
                0.01);
    EXPECT_NEAR(fitOf(study, Backend::threads, ScalingLaw::usl)->serialFraction.value_or(-1), 0.05, 0.01);
    EXPECT_NEAR(fitOf(study, Backend::threads, ScalingLaw::usl)->coherence.value_or(-1), 0.01, 0.002);
}

TEST(SpeedupAnalysis, FitsWithinTheCores)
{
    SpeedupStudy study = measuredStudy();
    study.cores = 2;
    analyse(study, 1);
    ASSERT_EQ(study.fits.size(), 6U);
    for (const SpeedupFit& fit : study.fits)
        EXPECT_FALSE(fit.determined);
}

TEST(SpeedupAnalysis, WithoutFittingAllElseIsTheSame)
{
    SpeedupStudy with = measuredStudy();
    analyse(with, 1);
    SpeedupStudy without = with;
    analyse(without, 1, Fitting::without);
    EXPECT_TRUE(without.fits.empty());
    without.fits = with.fits;
    EXPECT_EQ(without, with);
}

TEST(SpeedupAnalysis, AgainItGivesTheSame)
{
    SpeedupStudy study = measuredStudy();
    analyse(study, 1);
    const SpeedupStudy once = study;
    analyse(study, 1);
    EXPECT_EQ(study, once);
    analyse(study, 2);
    EXPECT_NE(study, once);
}

TEST(SpeedupAnalysis, WithoutABaselineNothingIsCompared)
{
    for (const bool emptyBaseline : {false, true}) {
        SpeedupStudy study = measuredStudy();
        analyse(study, 1);
        if (emptyBaseline)
            study.points[0].samplesS.clear();
        else
            study.points.erase(study.points.begin());
        analyse(study, 1);
        const SpeedupPoint& point = *study.find(Backend::threads, 4);
        EXPECT_GT(point.medianS, 0);
        EXPECT_EQ(point.speedup, 0);
        EXPECT_FALSE(point.speedupCi);
        EXPECT_EQ(point.efficiency, 0);
        EXPECT_FALSE(point.karpFlatt);
        EXPECT_GT(study.find(Backend::pythonProcesses, 4)->speedup, 1);
        EXPECT_EQ(study.fits.size(), 2U); // Python's
    }
}

TEST(SpeedupAnalysis, TimesOfNothingAreNotDividedBy)
{
    SpeedupStudy study = measuredStudy();
    study.points.push_back(timedPoint(Backend::gil, 2, {1, 0, 1}));
    study.points.push_back(timedPoint(Backend::gil, 3, {}));
    analyse(study, 1);
    for (const int jobs : {2, 3}) {
        EXPECT_EQ(study.find(Backend::gil, jobs)->speedup, 0);
        EXPECT_FALSE(study.find(Backend::gil, jobs)->speedupCi);
    }
    EXPECT_EQ(study.find(Backend::gil, 2)->medianS, 1);
    EXPECT_FALSE(study.find(Backend::gil, 3)->medianCiS);
    EXPECT_EQ(fitOf(study, Backend::gil, ScalingLaw::amdahl), nullptr);
}

TEST(SpeedupAnalysis, AnEmptyStudyStaysEmpty)
{
    SpeedupStudy study;
    analyse(study, 1);
    EXPECT_EQ(study, SpeedupStudy{});
}

} // namespace
} // namespace threadscape
