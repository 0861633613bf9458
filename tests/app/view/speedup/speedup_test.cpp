#include <memory> // first: moc 6.4 cannot parse <concepts> as the first standard header

#include "support/synthetic_study.h"
#include "text/speedup_words.h"
#include "view/speedup/speedup.h"

#include <QTest>
#include <algorithm>
#include <cmath>

using namespace threadscape;
using namespace threadscape::samples;

namespace {

bool near(double a, double b)
{
    return std::fabs(a - b) < 1e-9;
}

const SpeedupLaw* lawOf(const SpeedupPicture& picture, Backend backend, SpeedupLaw::Kind kind)
{
    for (const SpeedupLaw& law : picture.laws)
        if (law.backend == backend && law.kind == kind)
            return &law;
    return nullptr;
}

SpeedupScale scaleOf(const SpeedupPicture& picture)
{
    return {picture.jobs, picture.speedup, 40, 10, 400, 300};
}

} // namespace

class SpeedupTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void axesReachBeyondTheCores();
    void axesReachAsHighAsTheHighestBar();
    void fewJobsNeedLittleHeight();
    void nothingMeasuredHasAxes();
    void curvesHoldWhatCanBeCompared();
    void aBarHoldsItsPoint();
    void lawsAreThoseThatTheDataTell();
    void lawsAreWorkedOut();
    void ceilingsAreForAsManyAsThereAreCores();
    void ceilingsAreOfUndisturbedRuns();
    void thePinnedRunLiesBehind();
    void placesAndBack();
    void theNearestPointIsFound();
    void keysGoFromPointToPoint();
    void ticksDoNotCollide();
    void progressIsInWholeSeconds();
    void wordsTellAllAboutAPoint();
    void wordsOfWhatIsNotResolved();
    void wordsOfOtherPoints();
    void labels();
};

void SpeedupTest::axesReachBeyondTheCores()
{
    const SpeedupPicture picture = speedupPicture(syntheticStudy(), nullptr, false);
    QVERIFY(near(picture.jobs.low, 0.85) && near(picture.jobs.high, 4.06));
    QVERIFY((picture.speedup == ValueScale{0, 2.5}));
    QCOMPARE(picture.idealTo, 2.0);
    QCOMPARE(picture.crowdedFrom, std::optional(2.0));
}

void SpeedupTest::axesReachAsHighAsTheHighestBar()
{
    SpeedupStudy study = syntheticStudy();
    study.points.back().speedupCi->high = 3;
    QVERIFY(near(speedupPicture(study, nullptr, false).speedup.high, 3.12));
    const SpeedupStudy other = syntheticStudy({.better = 2});
    QVERIFY(speedupPicture(syntheticStudy(), &other, false).speedup.high > 3.12);
}

void SpeedupTest::fewJobsNeedLittleHeight()
{
    const SpeedupPicture picture =
        speedupPicture(syntheticStudy({.cores = 64, .jobsMax = 4}), nullptr, false);
    QVERIFY((picture.speedup == ValueScale{0, 5}));
    QCOMPARE(picture.idealTo, 4.0);
    QVERIFY(!picture.crowdedFrom);
    // One job alone is a point in the middle.
    const SpeedupPicture one = speedupPicture(syntheticStudy({.jobsMax = 1}), nullptr, false);
    QVERIFY((one.jobs == ValueScale{0.5, 1.5}));
    QCOMPARE(one.idealTo, 1.0);
    QVERIFY(one.laws.empty());
    QVERIFY(!one.crowdedFrom);
}

void SpeedupTest::nothingMeasuredHasAxes()
{
    const SpeedupPicture picture = speedupPicture(syntheticStudy({.rounds = 0}), nullptr, true);
    QVERIFY(picture.curves.empty() && picture.laws.empty());
    QVERIFY((picture.speedup == ValueScale{0, 2.5}));
    const SpeedupPicture unknown = speedupPicture(SpeedupStudy{.cores = 0, .jobsMax = 0}, nullptr, true);
    QVERIFY(unknown.jobs.high > unknown.jobs.low && unknown.speedup.high > unknown.speedup.low);
}

void SpeedupTest::curvesHoldWhatCanBeCompared()
{
    SpeedupStudy study = syntheticStudy();
    std::ranges::reverse(study.points); // they come in any order
    study.points.front().speedup = 0;   // nothing to compare it with yet
    const SpeedupPicture picture = speedupPicture(study, nullptr, false);
    QCOMPARE(picture.curves.size(), std::size_t{4});
    QVERIFY(picture.curves.front().backend == Backend::sequential);
    for (const SpeedupCurve& curve : picture.curves)
        QVERIFY(std::ranges::is_sorted(curve.marks, {}, &SpeedupMark::jobs));
    const auto processes = std::ranges::find(picture.curves, Backend::processes, &SpeedupCurve::backend);
    QCOMPARE(processes->marks.size(), std::size_t{3});
}

void SpeedupTest::aBarHoldsItsPoint()
{
    SpeedupStudy study = syntheticStudy();
    study.points.back().speedupCi = std::nullopt; // not known
    const SpeedupPicture picture = speedupPicture(study, nullptr, false);
    for (const SpeedupCurve& curve : picture.curves)
        for (const SpeedupMark& mark : curve.marks)
            QVERIFY(!mark.bar || (mark.bar->low <= mark.speedup && mark.speedup <= mark.bar->high));
}

void SpeedupTest::lawsAreThoseThatTheDataTell()
{
    const SpeedupStudy study = syntheticStudy({.backends = {Backend::threads, Backend::parallel}});
    const SpeedupPicture without = speedupPicture(study, nullptr, false);
    using Kind = SpeedupLaw::Kind;
    QVERIFY(lawOf(without, Backend::threads, Kind::amdahl) != nullptr);
    QVERIFY(lawOf(without, Backend::threads, Kind::usl) == nullptr);
    QVERIFY(lawOf(without, Backend::parallel, Kind::amdahl) == nullptr);
    const SpeedupPicture with = speedupPicture(study, nullptr, true);
    QVERIFY(lawOf(with, Backend::threads, Kind::amdahl) != nullptr);
    QVERIFY(lawOf(with, Backend::threads, Kind::usl) != nullptr);
    QVERIFY(lawOf(with, Backend::parallel, Kind::usl) == nullptr);
    QVERIFY(hasUsl(study));
    QVERIFY(!hasUsl(syntheticStudy({.backends = {Backend::parallel}})));
}

void SpeedupTest::lawsAreWorkedOut()
{
    SpeedupLaw law{.serialFraction = 0.25};
    QVERIFY(near(law.at(1), 1));
    QVERIFY(near(law.at(4), 1 / (0.25 + 0.75 / 4)));
    law.coherence = 0.5;
    QVERIFY(near(law.at(1), 1));
    QVERIFY(near(law.at(4), 4 / (1 + 0.25 * 3 + 0.5 * 4 * 3)));
    law = {.serialFraction = 1};
    QVERIFY(near(law.at(64), 1));
}

void SpeedupTest::ceilingsAreForAsManyAsThereAreCores()
{
    const SpeedupPicture picture = speedupPicture(syntheticStudy(), nullptr, false);
    const SpeedupLaw* handover = lawOf(picture, Backend::threads, SpeedupLaw::Kind::ceiling);
    QVERIFY(handover != nullptr);
    QCOMPARE(handover->toJobs, 2.0);
    QCOMPARE(lawLabel(*handover).english(), std::string("handing out allows 1.99×"));
    const SpeedupLaw* lock = lawOf(picture, Backend::gil, SpeedupLaw::Kind::ceiling);
    QCOMPARE(lawLabel(*lock).english(), std::string("the lock allows 1.0×"));
}

// They are shares of a sequential time that others have changed.
void SpeedupTest::ceilingsAreOfUndisturbedRuns()
{
    const auto ceilings = [](const SpeedupStudy& study) {
        return std::ranges::count(speedupPicture(study, nullptr, false).laws, SpeedupLaw::Kind::ceiling,
                                  &SpeedupLaw::kind);
    };
    const auto words = [](const SpeedupStudy& study) {
        std::string all;
        for (const Text& sentence : pointSentences(study, {Backend::gil, 2, false}))
            all += sentence.english();
        return all;
    };
    QCOMPARE(ceilings(syntheticStudy()), 2);
    QVERIFY(words(syntheticStudy()).find("allows") != std::string::npos);
    QCOMPARE(ceilings(syntheticStudy({.others = 0.5})), 0);
    QVERIFY(words(syntheticStudy({.others = 0.5})).find("allows") == std::string::npos);
    for (const SpeedupCurve& curve : speedupPicture(syntheticStudy({.others = 0.5}), nullptr, false).curves)
        for (const SpeedupMark& mark : curve.marks)
            QCOMPARE(mark.resolved, isBaseline(curve.backend));
}

void SpeedupTest::thePinnedRunLiesBehind()
{
    const SpeedupStudy before = syntheticStudy({.jobsMax = 8, .better = 0.8});
    const SpeedupPicture picture = speedupPicture(syntheticStudy(), &before, false);
    QCOMPARE(picture.jobsMax, 8);
    QCOMPARE(picture.idealTo, 2.0);
    QCOMPARE(picture.curves.size(), std::size_t{8});
    QVERIFY(std::ranges::is_partitioned(picture.curves, &SpeedupCurve::before));
    QVERIFY(picture.curves.front().before);
    QCOMPARE(picture.laws.size(), std::size_t{5}); // this run's alone
}

void SpeedupTest::placesAndBack()
{
    const SpeedupPicture picture = speedupPicture(syntheticStudy(), nullptr, false);
    const SpeedupScale scale = scaleOf(picture);
    QVERIFY(near(scale.x(picture.jobs.low), 40) && near(scale.x(picture.jobs.high), 440));
    QVERIFY(near(scale.y(0), 310) && near(scale.y(2.5), 10) && near(scale.y(1.25), 160));
    QVERIFY(near(scale.y(7), 10)); // not above
}

void SpeedupTest::theNearestPointIsFound()
{
    const SpeedupPicture picture = speedupPicture(syntheticStudy(), nullptr, false);
    const SpeedupScale scale = scaleOf(picture);
    for (const SpeedupCurve& curve : picture.curves) {
        for (const SpeedupMark& mark : curve.marks) {
            if (mark.jobs == 1)
                continue; // they lie on one another
            const auto found =
                pointNear(picture, scale, scale.x(mark.jobs) + 1, scale.y(mark.speedup) - 1, 10);
            QVERIFY(found == (PointId{curve.backend, mark.jobs, false}));
        }
    }
    QVERIFY(!pointNear(picture, scale, scale.x(1.5), scale.y(0.3), 10));
    // Of points on one another, the one that is seen.
    const auto first = pointNear(picture, scale, scale.x(1), scale.y(1), 10);
    QVERIFY(first && first->backend != Backend::sequential);
}

void SpeedupTest::keysGoFromPointToPoint()
{
    const SpeedupPicture picture = speedupPicture(syntheticStudy(), nullptr, false);
    const PointId threads{Backend::threads, 2, false};
    using enum PointStep;
    QVERIFY(neighbour(picture, threads, more) == (PointId{Backend::threads, 3, false}));
    QVERIFY(neighbour(picture, threads, fewer) == (PointId{Backend::threads, 1, false}));
    QVERIFY(neighbour(picture, threads, higher) == threads);
    QVERIFY(neighbour(picture, threads, lower) == (PointId{Backend::processes, 2, false}));
    QVERIFY(neighbour(picture, {Backend::gil, 2, false}, higher) == (PointId{Backend::processes, 2, false}));
    QVERIFY(neighbour(picture, {Backend::threads, 4, false}, more) == (PointId{Backend::threads, 4, false}));
    // One job of each lies at 1: all are reached.
    PointId at{Backend::processes, 1, false};
    std::vector<Backend> reached;
    for (int i = 0; i < 8; ++i) {
        at = neighbour(picture, at, lower);
        reached.push_back(at.backend);
    }
    QVERIFY(std::ranges::count(reached, Backend::gil) > 0 &&
            std::ranges::count(reached, Backend::threads) > 0);
    QVERIFY(neighbour(SpeedupPicture(), threads, lower) == threads);
}

void SpeedupTest::ticksDoNotCollide()
{
    using Ticks = std::vector<int>;
    QVERIFY((jobTicks(4, 100, 24, 40) == Ticks{1, 2, 3, 4}));
    QVERIFY((jobTicks(1, 100, 24, 40) == Ticks{1}));
    QVERIFY((jobTicks(16, 25, 24, 60) == Ticks{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 16}));
    QVERIFY((jobTicks(64, 5, 30, 40) == Ticks{1, 8, 16, 24, 32, 40, 48, 56, 64}));
    QVERIFY((jobTicks(30, 5, 20, 30) == Ticks{1, 5, 10, 15, 20, 30}));
    QVERIFY((jobTicks(2, 20, 24, 40) == Ticks{2}));
    for (int jobsMax = 1; jobsMax <= 64; ++jobsMax) {
        for (const double width : {30.0, 90.0, 250.0, 900.0}) {
            const double pxPerJob = width / std::max(1, jobsMax - 1);
            const Ticks ticks = jobTicks(jobsMax, pxPerJob, 28, 40);
            QCOMPARE(ticks.back(), jobsMax);
            for (std::size_t i = 1; i < ticks.size(); ++i)
                QVERIFY((ticks[i] - ticks[i - 1]) * pxPerJob >= (i + 1 == ticks.size() ? 40 : 28));
        }
    }
}

void SpeedupTest::progressIsInWholeSeconds()
{
    SpeedupStudy study = syntheticStudy({.rounds = 1});
    study.samplesDone = 12;
    study.samplesPlanned = 84;
    study.secondsLeft = 5.2;
    QCOMPARE(progressSentence(*progressOf(study, true)).english(),
             std::string("12 of 84 samples, about 5 s left"));
    QCOMPARE(progressSentence(*progressOf(study, false)).english(), std::string("12 of 84 samples"));
    study.secondsLeft = 0.2;
    QCOMPARE(progressOf(study, true)->leftNs, 1'000'000'000);
    study.secondsLeft = 0;
    QCOMPARE(progressOf(study, true)->leftNs, 0);
    study.samplesDone = 84;
    QVERIFY(!progressOf(study, true));
    QVERIFY(!progressOf(SpeedupStudy(), true));
}

void SpeedupTest::wordsTellAllAboutAPoint()
{
    SpeedupStudy study;
    SpeedupPoint point;
    point.backend = Backend::threads;
    point.jobs = 2;
    point.samplesS = {0.1, 0.2, 0.3};
    point.medianS = 0.2;
    point.meanS = 0.21;
    point.stdS = 0.0123;
    point.speedup = 1.9;
    point.speedupCi = Interval{1.8, 1.95};
    point.judged = {Standing::resolved, Doubt::none};
    point.efficiency = 0.95;
    point.karpFlatt = 0.0526;
    point.startupS = 0.0003;
    point.lost = Losses{0.95, 0.02, 0.01, 0.012, 0.005, 0.003};
    study.points = {point};
    study.fits = {
        {Backend::threads, ScalingLaw::amdahl, 0.05, Interval{0.04, 0.06}, {}, {}, true},
        {Backend::threads, ScalingLaw::usl, 0.03, Interval{0.02, 0.04}, 0.012, Interval{0.01, 0.02}, true}};
    study.ceilings = {{Backend::threads, SpeedupCeiling::Cause::handover, 0.01, 0.25}};
    study.cores = 2;
    study.jobsMax = 4;
    QString all;
    for (const Text& sentence : pointSentences(study, {Backend::threads, 2, false}))
        all += QString::fromStdString(sentence.english()) + u'\n';
    for (const char* part : {"threads, 2 jobs: 1.90× as fast (95 %: 1.80× to 1.95×)", "Median 200 ms",
                             "mean of 3 runs 210 ms ± 12.3 ms", "Efficiency 95 %", "Karp and Flatt 5.3 %",
                             "Starting 2 workers: 300 us", "working 95 %", "done before others 2.0 %",
                             "waiting for a lock 1.0 %", "Ready without a core 1.2 %", "handing out 0.5 %",
                             "not explained 0.3 %", "5.0 % serial (95 %: 4.0 % to 6.0 %)",
                             "The USL fits with 3.0 % serial, and 1.2 %",
                             "Handing out takes 10 ms, and allows 2 workers 1.60× at most"})
        QVERIFY2(all.contains(QString::fromUtf8(part)), qPrintable(all));
}

// No hover text tells a number that the judge does not let pass.
void SpeedupTest::wordsOfWhatIsNotResolved()
{
    SpeedupStudy study = syntheticStudy({.backends = {Backend::threads}});
    const auto words = [&](Judgement judged) {
        for (SpeedupPoint& point : study.points)
            point.judged = judged;
        std::string all;
        for (const Text& sentence : pointSentences(study, {Backend::threads, 2, false}))
            all += sentence.english() + "\n";
        return all;
    };
    QVERIFY(words({Standing::resolved, Doubt::none}).find("as fast") != std::string::npos);
    for (const Judgement judged :
         {Judgement{Standing::unresolved, Doubt::others}, Judgement{Standing::unresolved, Doubt::tooFew},
          Judgement{Standing::unresolved, Doubt::overlap}, Judgement{Standing::impossible, Doubt::limit}}) {
        const std::string all = words(judged);
        QVERIFY2(all.find("as fast") == std::string::npos, all.c_str());
        QVERIFY2(all.find("Efficiency") == std::string::npos, all.c_str());
        QVERIFY2(all.find(judged.doubt == Doubt::limit ? "refused" : "not resolved") != std::string::npos,
                 all.c_str());
    }
}

void SpeedupTest::wordsOfOtherPoints()
{
    const SpeedupStudy study =
        syntheticStudy({.backends = {Backend::threads, Backend::parallel, Backend::pythonThreads}});
    const auto first = [&](PointId id) { return pointSentences(study, id).front().english(); };
    QVERIFY(first({Backend::sequential, 1, false}).find("measured against") != std::string::npos);
    QVERIFY(first({Backend::threads, 2, true}).starts_with("Before: threads"));
    QVERIFY(pointSentences(study, {Backend::gil, 2, false}).empty());
    // Of Python it is not known where the time went, nor what that allows.
    QCOMPARE(pointSentences(study, {Backend::pythonThreads, 2, false}).size() + 3,
             pointSentences(study, {Backend::threads, 2, false}).size());
    // Nothing is derived without data: no law, and no ceiling.
    QCOMPARE(pointSentences(study, {Backend::parallel, 2, false}).size() + 3,
             pointSentences(study, {Backend::threads, 2, false}).size());
}

void SpeedupTest::labels()
{
    const SpeedupCurve curve{Backend::gil, false, {{1, 1, {}, true}, {2, 0.98, {}, true}}};
    QCOMPARE(curveLabel(curve).english(), std::string("one interpreter lock 1.0×"));
    const SpeedupCurve before{Backend::threads, true, {{2, 1.72, {}, true}}};
    QCOMPARE(curveLabel(before).english(), std::string("threads before 1.7×"));
    const SpeedupCurve doubted{Backend::gil, false, {{1, 1, {}, true}, {2, 1.65, {}, false}}};
    QCOMPARE(curveLabel(doubted).english(), std::string("one interpreter lock: not resolved"));
    QCOMPARE(timesText(0.5, 1).english(), std::string("0.5×"));
    const SpeedupLaw amdahl{.serialFraction = 0.05};
    QCOMPARE(lawLabel(amdahl).english(), std::string("Amdahl, 5.0 % serial"));
    QCOMPARE(lawLabel({.kind = SpeedupLaw::Kind::usl}).english(), std::string("USL"));
}

QTEST_APPLESS_MAIN(SpeedupTest)
#include "speedup_test.moc"
