#include <memory> // first: moc 6.4 cannot parse <concepts> as the first standard header

#include "support/synthetic_study.h"
#include "view/speedup/stretches.h"

#include <QTest>
#include <algorithm>

using namespace threadscape;
using namespace threadscape::samples;

class StretchesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void twoJobsAtFirst();
    void panelsHaveTheirLanes();
    void theLongestDecidesTheScale();
    void slowPythonIsCut();
    void nothingMeasuredHasEmptyLanes();
    void aPointHasItsStretchOfTheRun();
    void theLegendIsOfWhatIsShown();
    void panelsFitIntoTheirArea();
};

void StretchesTest::twoJobsAtFirst()
{
    const SpeedupStudy study = syntheticStudy();
    QCOMPARE(stretchJobs(study, std::nullopt), 2);
    QCOMPARE(stretchJobs(study, 3), 3);
    QCOMPARE(stretchJobs(study, 1), 1);
    QCOMPARE(stretchJobs(study, 17), 2); // not measured
    QCOMPARE(stretchJobs(syntheticStudy({.jobsMax = 1}), std::nullopt), 1);
    SpeedupStudy many = study;
    std::erase_if(many.points,
                  [](const SpeedupPoint& point) { return !isBaseline(point.backend) && point.jobs < 3; });
    QCOMPARE(stretchJobs(many, std::nullopt), 3);
    QCOMPARE(stretchJobs(syntheticStudy({.rounds = 0}), std::nullopt), 2);
    QCOMPARE(stretchJobs(syntheticStudy({.jobsMax = 1, .rounds = 0}), std::nullopt), 1);
}

void StretchesTest::panelsHaveTheirLanes()
{
    const SpeedupStudy study = syntheticStudy();
    const auto trace = studyTrace(study);
    const StretchesPicture picture = stretchesPicture(study, &trace->catalogue(), 3);
    QCOMPARE(picture.jobs, 3);
    QCOMPARE(picture.panels.size(), std::size_t{3});
    for (const StretchPanel& panel : picture.panels) {
        const SpeedupPoint* point = study.find(panel.backend, 3);
        QVERIFY(panel.measured && !panel.inside);
        QCOMPARE(panel.window(), (TimeWindow{point->fromNs, point->toNs}));
        QCOMPARE(panel.tracks.size(), std::size_t{3});
        for (const TrackId track : panel.tracks)
            QCOMPARE(trace->catalogue().track(track).group, point->group);
        QVERIFY(std::ranges::is_sorted(panel.tracks));
    }
}

void StretchesTest::theLongestDecidesTheScale()
{
    const SpeedupStudy study = syntheticStudy(
        {.backends = {Backend::threads, Backend::gil, Backend::pythonThreads}, .pythonS = 0.4});
    const auto trace = studyTrace(study);
    const StretchesPicture picture = stretchesPicture(study, &trace->catalogue(), 2);
    std::int64_t longest = 0;
    for (const StretchPanel& panel : picture.panels)
        longest = std::max(longest, panel.lengthNs);
    QCOMPARE(picture.scaleNs, longest);
    QVERIFY(picture.panels.back().inside);
    QVERIFY(picture.panels.back().tracks.empty());
    QCOMPARE(picture.panels.back().lengthNs, longest);
}

void StretchesTest::slowPythonIsCut()
{
    const SpeedupStudy study =
        syntheticStudy({.backends = {Backend::threads, Backend::pythonThreads}, .pythonS = 30});
    const auto trace = studyTrace(study);
    const StretchesPicture picture = stretchesPicture(study, &trace->catalogue(), 2);
    QCOMPARE(picture.scaleNs, picture.panels.front().lengthNs);
    QVERIFY(picture.panels.back().lengthNs > 100 * picture.scaleNs);
    // With nobody beside it, it has the whole width.
    const SpeedupStudy alone = syntheticStudy({.backends = {Backend::pythonThreads}, .pythonS = 30});
    const StretchesPicture python = stretchesPicture(alone, &trace->catalogue(), 2);
    QCOMPARE(python.scaleNs, python.panels.front().lengthNs);
}

void StretchesTest::nothingMeasuredHasEmptyLanes()
{
    const StretchesPicture picture = stretchesPicture(syntheticStudy({.rounds = 0}), nullptr, std::nullopt);
    QCOMPARE(picture.panels.size(), std::size_t{3});
    for (const StretchPanel& panel : picture.panels) {
        QVERIFY(!panel.measured);
        QCOMPARE(panel.lanes, std::size_t{2});
        QVERIFY(panel.tracks.empty());
    }
    QVERIFY(picture.scaleNs > 0);
}

void StretchesTest::aPointHasItsStretchOfTheRun()
{
    const SpeedupStudy study = syntheticStudy({.backends = {Backend::threads, Backend::pythonThreads}});
    const SpeedupPoint* point = study.find(Backend::threads, 2);
    const auto window = stretchOf(study, {Backend::threads, 2, false});
    QVERIFY(window && window->fromNs < point->fromNs && window->toNs > point->toNs);
    QVERIFY(5 * window->lengthNs() < 6 * (point->toNs - point->fromNs));
    QVERIFY(!stretchOf(study, {Backend::pythonThreads, 2, false}));
    QVERIFY(!stretchOf(study, {Backend::gil, 2, false}));
    QVERIFY(!stretchOf(study, {Backend::threads, 2, true})); // of another run
}

void StretchesTest::theLegendIsOfWhatIsShown()
{
    const SpeedupStudy study = syntheticStudy();
    const auto trace = studyTrace(study);
    const auto reader = trace->reader();
    const auto statesWith = [&](int jobs) {
        std::vector<State> states;
        for (const LegendEntry& entry :
             legendOf(*trace, *trace->snapshot(), stretchesPicture(study, &trace->catalogue(), jobs)))
            states.push_back(entry.state);
        return states;
    };
    QVERIFY(std::ranges::count(statesWith(2), State::gil) == 1);
    QVERIFY(std::ranges::count(statesWith(1), State::gil) == 0); // one worker waits for nobody
    QVERIFY(legendOf(*trace, *trace->snapshot(), StretchesPicture()).empty());
}

void StretchesTest::panelsFitIntoTheirArea()
{
    const Box area{20, 10, 600, 100};
    const auto three = panelPlaces(3, area, 100, 30, 8);
    QVERIFY((three.front() == Box{20, 10, 180, 100}));
    QVERIFY((three.back() == Box{440, 10, 180, 100}));
    const auto eight = panelPlaces(8, area, 100, 30, 8);
    QCOMPARE(eight.size(), std::size_t{8});
    QCOMPARE(eight[3].top, 10.0);
    QCOMPARE(eight[4].top, 64.0);
    QCOMPARE(eight[4].left, 20.0);
    for (std::size_t i = 0; i < eight.size(); ++i) {
        QVERIFY(eight[i].left + eight[i].width <= 620 + 1e-9 && eight[i].top + eight[i].height <= 110 + 1e-9);
        for (std::size_t j = 0; j < i; ++j)
            QVERIFY(!eight[i].touches(eight[j]));
    }
    QVERIFY(panelPlaces(0, area, 100, 30, 8).empty());
    for (const Box& box : panelPlaces(8, {0, 0, 5, 3}, 100, 30, 8))
        QVERIFY(box.width > 0 && box.height > 0);
}

QTEST_GUILESS_MAIN(StretchesTest)
#include "stretches_test.moc"
