#include <memory> // first: moc 6.4 cannot parse <concepts> as the first standard header

#include "app/plots/speedup/speedup_stack.h"
#include "text/language.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

using namespace threadscape;
using namespace threadscape::samples;

/// When a stack of plots works out what a speedup has measured.
class PlotStackSpeedupTest final : public QObject, private SpeedupStack {
    Q_OBJECT

private slots:
    void initTestCase() { installLanguage(); }
    void cleanup() { m_stack.reset(); }

    void whatIsMeasuredIsReadAFewTimesASecond()
    {
        const SpeedupStudy study = syntheticStudy({.rounds = 2});
        show(study);
        QVERIFY(m_stack->trace()->snapshot()->finished);
        const int asked = m_experiment->asked();
        for (int i = 0; i < 50; ++i)
            m_stack->refresh();
        QCOMPARE(m_experiment->asked(), asked); // it is over, and known
    }

    void pointsAppearAsTheyAreMeasured()
    {
        LiveStudy live(syntheticStudy({.rounds = 0}));
        show(live.trace, live.experiment);
        QVERIFY(speedup().picture().curves.empty());
        const int asked = m_experiment->asked();
        QElapsedTimer timer;
        timer.start();
        live.go(syntheticStudy({.rounds = 3}));
        for (int i = 0; i < 20; ++i) {
            live.tick();
            m_stack->refresh();
        }
        // At frame rate it is not copied each time.
        QVERIFY(m_experiment->asked() - asked <= 1 + timer.elapsed() / 250);
        QTest::qWait(300);
        live.tick();
        m_stack->refresh();
        QCOMPARE(speedup().picture().curves.size(), std::size_t{4});
        // Held, nothing moves.
        m_stack->view().setHeld(true);
        const int held = m_experiment->asked();
        QTest::qWait(300);
        live.tick();
        m_stack->refresh();
        m_stack->resize(880, 680);
        QCOMPARE(m_experiment->asked(), held);
        QVERIFY(showsStretches());
    }

    // In the middle of a sample nothing is worked out, whatever the reader does.
    void whatIsKnownIsDrawnAnewWithoutAsking()
    {
        LiveStudy live(syntheticStudy({.rounds = 3}));
        show(live.trace, live.experiment);
        QTest::qWait(300); // the interval between reads of a study
        live.tick();
        const int asked = m_experiment->asked();
        m_stack->resize(880, 680);
        m_stack->view().choose(PointId{Backend::threads, 3, false});
        m_stack->view().setUsl(true);
        m_stack->setTheme(Theme::dark());
        QTest::mouseMove(m_stack.get(), {100, 100});
        QCOMPARE(m_experiment->asked(), asked);
        QCOMPARE(stretches().picture().jobs, 3);
        m_stack->refresh();
        QCOMPARE(m_experiment->asked(), asked + 1);
    }

    void whatIsChosenIsToldAsItIsNow()
    {
        LiveStudy live(syntheticStudy({.rounds = 3}));
        show(live.trace, live.experiment);
        QSignalSpy told(m_stack.get(), &PlotStack::hovered);
        m_stack->view().choose(PointId{Backend::threads, 3, false});
        QVERIFY(told.last().first().toString().contains(QStringLiteral("mean of 3 runs")));
        live.go(syntheticStudy());
        live.end();
        m_stack->refresh();
        QVERIFY(told.last().first().toString().contains(QStringLiteral("mean of 7 runs")));
    }

    // What arrived while the view was frozen is shown once it is unfrozen, though no frame follows.
    void whatIsHeldBackComesAfterTheEnd()
    {
        LiveStudy live(syntheticStudy({.rounds = 0}));
        show(live.trace, live.experiment);
        m_stack->view().setHeld(true);
        live.go(syntheticStudy());
        live.end();
        m_stack->refresh();
        QVERIFY(speedup().picture().curves.empty());
        m_stack->view().setHeld(false);
        QCOMPARE(speedup().picture().curves.size(), std::size_t{4});
    }
};

QTEST_MAIN(PlotStackSpeedupTest)
#include "plot_stack_speedup_test.moc"
