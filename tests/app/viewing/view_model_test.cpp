#include <memory> // first: moc 6.4 cannot parse <concepts> as the first standard header

#include "support/synthetic_trace.h"
#include "viewing/view_model.h"

#include <QTest>

using namespace threadscape;

namespace {

constexpr std::int64_t kSecond = 1'000'000'000;

} // namespace

/// What the reader sees, and how it changes.
class ViewModelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aRunIsFollowedUntilSomebodyZooms();
    void twoRunsShareAnAxisThatHoldsBoth();
    void zoomsAreGoneBackFromOneByOne();
    void zoomsInQuickSuccessionAreOne();
    void onlySoManyZoomsAreRemembered();
    void nothingIsShownBeyondWhatThereIs();
    void holdingIsOfTheOwnRun();
    void anotherRunBeginsAnew();
    void whatIsOfTheRunBesideStays();
    void coresAreRememberedByHowTheyAreAtFirst();
    void changesAreToldOnceAndOnlyIfTheyAreAny();
    void fitMeansWhatIsMeasuredThenSelectedThenAll();
    void theWholeIsWithoutWhatWasLookedAt();

private:
    RunId own() const { return m_own.get(); }
    RunId beside() const { return m_beside.get(); }
    void show(std::int64_t nowNs, bool finished, double planned = 8)
    {
        m_view->setTime(ViewModel::Place::own, RunTime{planned, nowNs, finished}, own());
    }

    std::shared_ptr<Trace> m_own = samples::denseTrace(1, 1, kSecond, 1);
    std::shared_ptr<Trace> m_beside = samples::denseTrace(1, 1, kSecond, 1);
    std::unique_ptr<ViewModel> m_view;
    std::vector<ViewParts> m_told;
};

void ViewModelTest::init()
{
    m_view = std::make_unique<ViewModel>();
    m_told.clear();
    connect(m_view.get(), &ViewModel::changed, this, [this](ViewParts parts) { m_told.push_back(parts); });
}

void ViewModelTest::aRunIsFollowedUntilSomebodyZooms()
{
    show(0, false, 0);
    const TimeWindow early = m_view->window();
    show(9 * kSecond, false, 0);
    QVERIFY(m_view->window().toNs > early.toNs);
    m_view->setWindow({kSecond, 2 * kSecond});
    QVERIFY(!m_view->following() && m_view->state().zoomed);
    show(20 * kSecond, false, 0);
    QCOMPARE(m_view->window(), (TimeWindow{kSecond, 2 * kSecond}));
    m_view->fitAll();
    QVERIFY(m_view->following() && !m_view->state().zoomed);
    QCOMPARE(m_view->window(), m_view->whole());
}

void ViewModelTest::twoRunsShareAnAxisThatHoldsBoth()
{
    show(2 * kSecond, true, 2);
    QCOMPARE(m_view->whole().toNs, 2 * kSecond);
    m_view->setTime(ViewModel::Place::beside, RunTime{5, 5 * kSecond, true}, beside());
    QCOMPARE(m_view->window(), (TimeWindow{0, 5 * kSecond}));
    show(0, false, 0); // the next is not planned: it needs nothing before it starts
    QCOMPARE(m_view->window(), (TimeWindow{0, 5 * kSecond}));
    m_view->setTime(ViewModel::Place::beside, std::nullopt);
    QCOMPARE(m_view->window(), followed({0, 0, false}));
}

void ViewModelTest::zoomsAreGoneBackFromOneByOne()
{
    show(8 * kSecond, true);
    const TimeWindow whole = m_view->window();
    m_view->setWindow({kSecond, 4 * kSecond});
    m_view->setWindow({2 * kSecond, 3 * kSecond});
    m_view->pan(0.5); // part of a movement
    m_view->zoomBack();
    QCOMPARE(m_view->window(), (TimeWindow{kSecond, 4 * kSecond}));
    m_view->zoomBack();
    QCOMPARE(m_view->window(), whole);
    QVERIFY(m_view->following());
    m_view->zoomBack(); // there is nothing before
    QCOMPARE(m_view->window(), whole);
}

void ViewModelTest::zoomsInQuickSuccessionAreOne()
{
    show(8 * kSecond, true);
    const TimeWindow whole = m_view->window();
    for (int i = 0; i < 5; ++i)
        m_view->zoom(0.5, kSecond);
    QCOMPARE(m_view->window().lengthNs(), whole.lengthNs() / 32);
    const double share = static_cast<double>(kSecond - m_view->window().fromNs) /
                         static_cast<double>(m_view->window().lengthNs());
    QVERIFY(std::fabs(share - 1.0 / 8) < 0.001); // the anchor has not moved
    m_view->zoomBack();
    QCOMPARE(m_view->window(), whole);
}

void ViewModelTest::onlySoManyZoomsAreRemembered()
{
    show(8 * kSecond, true);
    for (std::int64_t i = 1; i <= 300; ++i)
        m_view->setWindow({i * 1'000'000, i * 1'000'000 + kSecond});
    int back = 0;
    for (TimeWindow before; back < 400; ++back) {
        before = m_view->window();
        m_view->zoomBack();
        if (m_view->window() == before)
            break;
    }
    QVERIFY2(back >= 90 && back <= 110, qPrintable(QString::number(back)));
}

void ViewModelTest::nothingIsShownBeyondWhatThereIs()
{
    show(2 * kSecond, true, 2);
    m_view->setWindow({-5 * kSecond, 9 * kSecond});
    QVERIFY(m_view->window().fromNs >= m_view->extent().fromNs);
    QVERIFY(m_view->window().toNs <= m_view->extent().toNs);
    ViewState state;
    state.following = false;
    state.window = {kSecond, 50 * kSecond};
    m_view->show(state);
    QVERIFY(m_view->window().toNs <= m_view->extent().toNs);
}

void ViewModelTest::holdingIsOfTheOwnRun()
{
    m_view->setHeld(true); // there is none
    QVERIFY(!m_view->held());
    show(3 * kSecond, false);
    m_view->setTime(ViewModel::Place::beside, RunTime{5, 5 * kSecond, true}, beside());
    m_view->setHeld(true);
    QCOMPARE(m_view->state().heldIn(own()), std::optional(3 * kSecond));
    QVERIFY(!m_view->state().heldIn(beside()));
    const TimeWindow held = m_view->window();
    show(7 * kSecond, false);
    QCOMPARE(m_view->window(), held);
    QCOMPARE(m_view->state().heldIn(own()), std::optional(3 * kSecond));
    m_view->showNow();
    QVERIFY(!m_view->held() && m_view->following());
}

void ViewModelTest::anotherRunBeginsAnew()
{
    show(8 * kSecond, true);
    m_view->setWindow({kSecond, 2 * kSecond});
    m_view->isolate(State::lock);
    m_view->measure(MeasuredStretch{own(), {0, kSecond}});
    m_view->select(SelectedSpan{own(), {}});
    m_view->choose(PointId{});
    m_view->setUsl(true);
    m_view->setScroll(40);
    m_view->begin(false);
    const ViewState& state = m_view->state();
    QVERIFY(!state.isolated && !state.measured && !state.selected && !state.chosen && !state.held);
    QVERIFY(state.following && !state.zoomed);
    QCOMPARE(state.scrollPx, 0);
    QCOMPARE(state.window, m_view->whole());
    QVERIFY(state.usl); // what is wanted of any run
    m_view->zoomBack();
    QCOMPARE(m_view->window(), m_view->whole()); // nothing to go back to
}

void ViewModelTest::whatIsOfTheRunBesideStays()
{
    show(8 * kSecond, true);
    m_view->setTime(ViewModel::Place::beside, RunTime{8, 8 * kSecond, true}, beside());
    m_view->measure(MeasuredStretch{beside(), {0, kSecond}});
    m_view->select(SelectedSpan{beside(), {}});
    m_view->isolate(State::lock);
    m_view->setWindow({kSecond, 2 * kSecond});
    m_view->begin(false, true);
    QVERIFY(m_view->state().measured && m_view->state().selected && m_view->state().isolated);
    QCOMPARE(m_view->window(), (TimeWindow{kSecond, 2 * kSecond}));
    m_view->zoomBack();
    QCOMPARE(m_view->window(), m_view->whole());
    m_view->measure(MeasuredStretch{own(), {0, kSecond}});
    m_view->select(SelectedSpan{own(), {}});
    m_view->begin(false, true);
    QVERIFY(!m_view->state().measured && !m_view->state().selected);
    // A starting run resets the view, except the state that both are compared by.
    m_view->measure(MeasuredStretch{beside(), {0, kSecond}});
    m_view->begin(false);
    QVERIFY(!m_view->state().measured && m_view->state().isolated);
    QCOMPARE(m_view->window(), m_view->whole());
}

void ViewModelTest::coresAreRememberedByHowTheyAreAtFirst()
{
    m_view->begin(false);
    QVERIFY(!m_view->state().coresOpen);
    m_view->begin(true);
    QVERIFY(m_view->state().coresOpen);
    m_view->setCoresOpen(false);
    m_view->begin(false);
    m_view->setCoresOpen(true);
    m_view->begin(true);
    QVERIFY(!m_view->state().coresOpen);
    m_view->begin(false);
    QVERIFY(m_view->state().coresOpen);
}

void ViewModelTest::changesAreToldOnceAndOnlyIfTheyAreAny()
{
    show(8 * kSecond, true);
    m_told.clear();
    for (int twice = 0; twice < 2; ++twice) {
        m_view->isolate(State::lock);
        m_view->setUsl(true);
        m_view->setCoresOpen(true);
        m_view->choose(PointId{});
        m_view->setScroll(3);
        m_view->point(5);
        m_view->measure(MeasuredStretch{own(), {0, kSecond}});
        m_view->setWindow({kSecond, 2 * kSecond});
    }
    QCOMPARE(m_told.size(), std::size_t{8});
    m_told.clear();
    QVERIFY(m_view->clearSelection());
    QCOMPARE(m_told.size(), std::size_t{2}); // measured and chosen
    QVERIFY(!m_view->clearSelection());
    QCOMPARE(m_told.size(), std::size_t{2});
}

void ViewModelTest::fitMeansWhatIsMeasuredThenSelectedThenAll()
{
    show(8 * kSecond, true);
    LaneHit hit;
    hit.fromNs = 3 * kSecond;
    hit.toNs = 4 * kSecond;
    m_view->select(SelectedSpan{own(), hit});
    m_view->measure(MeasuredStretch{own(), {kSecond, 2 * kSecond}});
    m_view->fit();
    QCOMPARE(m_view->window(), (TimeWindow{kSecond, 2 * kSecond}));
    m_view->measure(std::nullopt);
    m_view->fit();
    QVERIFY(m_view->window().fromNs < hit.fromNs && m_view->window().toNs > hit.toNs);
    QVERIFY(m_view->window().lengthNs() < 2 * kSecond);
    m_view->select(std::nullopt);
    m_view->fit();
    QCOMPARE(m_view->window(), m_view->whole());
}

void ViewModelTest::theWholeIsWithoutWhatWasLookedAt()
{
    ViewState state;
    state.following = false;
    state.zoomed = true;
    state.window = {kSecond, 2 * kSecond};
    state.isolated = State::lock;
    state.measured = MeasuredStretch{own(), {0, kSecond}};
    state.selected = SelectedSpan{own(), {}};
    state.held = HeldMoment{own(), kSecond};
    state.pointedNs = 3;
    state.coresOpen = true;
    state.usl = true;
    state.chosen = PointId{};
    const ViewState whole = state.whole();
    QVERIFY(whole.following && !whole.zoomed);
    QVERIFY(!whole.isolated && !whole.measured && !whole.selected && !whole.held && !whole.pointedNs);
    QVERIFY(whole.coresOpen && whole.usl && whole.chosen);
}

QTEST_GUILESS_MAIN(ViewModelTest)
#include "view_model_test.moc"
